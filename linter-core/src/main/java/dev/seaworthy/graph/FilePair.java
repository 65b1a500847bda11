package dev.seaworthy.graph;

import java.util.List;

/**
 * Two files of a unit that have objects in common.
 *
 * @param sizeOfOne how many objects the first has
 * @param inBoth how many of these the second has, too
 */
record FilePair(String one, int sizeOfOne, String other, int sizeOfOther, int inBoth) {

  /** Fewer may be in both by a slip. */
  private static final int LEAST_IN_BOTH = 3;

  /** A shorter beginning says nothing of a longer word. */
  private static final int LEAST_SHARED = 3;

  /**
   * Half of the smaller one, and more, is in the other, and that is no accident: it is much, or the
   * files are called alike or by what edition they are, or the other is a collection that has all of it
   * among much else.
   */
  boolean areAlternatives() {
    int smaller = Math.min(sizeOfOne, sizeOfOther);
    int larger = Math.max(sizeOfOne, sizeOfOther);
    boolean collected = inBoth == smaller && larger >= LEAST_IN_BOTH && larger >= 2 * smaller;
    return inBoth * 2 >= smaller
        && (inBoth >= LEAST_IN_BOTH || collected || areCalledAlike() || areEditions());
  }

  /** {@code web-dev} and {@code web-prod}, {@code new-key} and {@code old-key}. */
  private boolean areCalledAlike() {
    List<String> words = EditionNames.words(one);
    List<String> others = EditionNames.words(other);
    return startAlike(words.get(0), others.get(0))
        || words.get(words.size() - 1).equals(others.get(others.size() - 1));
  }

  private static boolean startAlike(String one, String other) {
    boolean goesOn = one.length() > LEAST_SHARED && other.startsWith(one)
        || other.length() > LEAST_SHARED && one.startsWith(other);
    return one.equals(other) || goesOn;
  }

  /** {@code development} and {@code prod-values}; or both are among examples, and are nothing else. */
  private boolean areEditions() {
    return EditionNames.tellOf(one) && EditionNames.tellOf(other)
        || EditionNames.tellOfFolder(one) && EditionNames.tellOfFolder(other)
        || sizeOfOne == inBoth
            && sizeOfOther == inBoth
            && EditionNames.tellOfSamples(one)
            && EditionNames.tellOfSamples(other);
  }
}
