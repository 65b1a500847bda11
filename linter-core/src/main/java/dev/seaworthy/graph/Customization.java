package dev.seaworthy.graph;

import dev.seaworthy.manifest.FieldPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What kustomizations make of an object before a cluster gets it, as far as they are known here. What
 * they change is neither right nor wrong as it is written.
 *
 * @param namespaces the namespaces that they put it into; empty if it goes where it says
 * @param affixes what they put around its name
 * @param labels what they add to the labels of its pods
 * @param patched the fields that patches write or remove, each as its steps without indices
 * @param images the fields with images of which another tool says the version, in the same form; the
 *     object lacks nothing that such a tool would bring
 * @param isOpen whether others may change what nobody can tell from here
 * @param overlay the folder of an outermost one of them, as the user calls it; empty if that is unknown
 */
public record Customization(
    Set<String> namespaces,
    Set<Affix> affixes,
    Map<String, String> labels,
    Set<List<String>> patched,
    Set<List<String>> images,
    boolean isOpen,
    String overlay) {

  /** The object goes to the cluster as it is written. */
  public static final Customization NONE =
      new Customization(Set.of(), Set.of(), Map.of(), Set.of(), Set.of(), false);

  /** The same, and another tool says the version of the images in {@code fields}. */
  public Customization withImages(Set<List<String>> fields) {
    return fields.isEmpty()
        ? this
        : new Customization(namespaces, affixes, labels, patched, fields, isOpen, overlay);
  }

  /** The same where nobody has told which kustomization is the outermost. */
  public Customization(
      Set<String> namespaces,
      Set<Affix> affixes,
      Map<String, String> labels,
      Set<List<String>> patched,
      Set<List<String>> images,
      boolean isOpen) {
    this(namespaces, affixes, labels, patched, images, isOpen, "");
  }

  /** The same, of which {@code folder} holds the outermost kustomization. */
  public Customization by(String folder) {
    return new Customization(namespaces, affixes, labels, patched, images, isOpen, folder);
  }

  /** What stands before and behind each name. */
  public record Affix(String prefix, String suffix) {

    public String around(String name) {
      return prefix + name + suffix;
    }
  }

  /** Whether the object goes to the cluster as it is written, but for versions of images. */
  public boolean isNone() {
    return namespaces.isEmpty()
        && affixes.isEmpty()
        && labels.isEmpty()
        && patched.isEmpty()
        && !isOpen;
  }

  /** Whether the object is more, or other, than what is written. */
  public boolean isPatched() {
    return isOpen || !patched.isEmpty();
  }

  /** Whether the value at {@code path}, or part of it, may be another one in the end. */
  public boolean touches(FieldPath path) {
    return isOpen || patches(path);
  }

  /**
   * Whether a patch, or a tool that versions images, writes the value at {@code path}, something in it,
   * or something that it is in.
   */
  public boolean patches(FieldPath path) {
    return isOneOf(patched, path) || isOneOf(images, path);
  }

  private static boolean isOneOf(Set<List<String>> fields, FieldPath path) {
    if (fields.isEmpty()) {
      return false;
    }
    List<String> steps = new ArrayList<>();
    for (FieldPath step : path.steps()) {
      if (!step.isIndex()) {
        steps.add(step.lastStep());
      }
    }
    return fields.stream().anyMatch(other -> isWithin(other, steps) || isWithin(steps, other));
  }

  private static boolean isWithin(List<String> path, List<String> outer) {
    return path.size() >= outer.size() && path.subList(0, outer.size()).equals(outer);
  }
}
