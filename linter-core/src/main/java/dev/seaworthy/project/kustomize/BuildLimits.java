package dev.seaworthy.project.kustomize;

/**
 * How much kustomizations may ask for before they are refused. A few lines of them can ask for more than
 * any machine has: bases of bases double what is in them, as patches and replacements do. What is a sum
 * counts for all that is built for one folder, and sixteen times of it for all folders of a run.
 *
 * @param depth how many kustomizations may be made of each other in a row
 * @param kustomizations how many are built, components counted as often as others list them
 * @param objects how many objects one of them may hold
 * @param readBytes how much is read
 * @param madeValues how many values generators, patches and replacements may make
 * @param madeCharacters how much text they may make
 * @param expression how many characters a field path, a pointer or a pattern may have
 */
record BuildLimits(
    int depth,
    int kustomizations,
    int objects,
    int readBytes,
    int madeValues,
    int madeCharacters,
    int expression) {

  /** Far above what the largest repositories ask for. */
  static final BuildLimits DEFAULT =
      new BuildLimits(100, 10_000, 25_000, 256 << 20, 2_000_000, 64 << 20, 1_000);
}
