package dev.seaworthy.graph;

/**
 * How an object comes to be looked at, as far as what stands beside its file tells.
 *
 * @param unit the kustomization that lists its file, which is applied as a whole; empty if none does
 * @param amidKustomization whether the file lies beside a kustomization: it is applied with what that
 *     lists, or not at all
 * @param isNeighbour whether it lies beside what is asked about: nothing is told of it
 * @param customization what kustomizations are yet to change in it
 */
public record Placement(
    String unit, boolean amidKustomization, boolean isNeighbour, Customization customization) {

  /** A file of which nothing is known. */
  public static final Placement ALONE = new Placement("", false, false, Customization.NONE);

  /** The same for something that lies beside what is asked about. */
  public Placement ofNeighbour() {
    return new Placement(unit, amidKustomization, true, customization);
  }

  /** The same where the outermost kustomization that changes the object is that of {@code folder}. */
  public Placement madeBy(String folder) {
    return new Placement(unit, amidKustomization, isNeighbour, customization.by(folder));
  }
}
