package dev.seaworthy.graph;

import dev.seaworthy.api.GroupKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is known of an input beside its objects: how its files hang together, and what comes into being
 * without standing in them.
 *
 * @param units what is applied together
 * @param incomplete the units that have objects which nobody can read here: whatever is missed there
 *     may be one of them
 * @param generated names of objects that a tool makes when it builds the input, by their kind; the
 *     tool may add a hyphen and ten letters or digits to them
 * @param provided what brings what into being, beside what the product knows
 * @param others the files without objects
 */
public record Layout(
    Units units,
    Set<Unit> incomplete,
    Map<GroupKind, Set<String>> generated,
    List<ProvidedObject> provided,
    OtherTexts others) {

  /** Nothing is known but the names of the files. */
  public static final Layout FOLDERS = of(Units.FOLDERS);

  /** So many characters of a content's hash does kustomize add to a name. */
  private static final int HASH_LENGTH = 10;

  public Layout {
    incomplete = Set.copyOf(incomplete);
    generated = Map.copyOf(generated);
    provided = List.copyOf(provided);
  }

  public static Layout of(Units units) {
    return new Layout(units, Set.of(), Map.of(), List.of(), OtherTexts.NONE);
  }

  /** The same with units that somebody has said outright, and more of what brings what into being. */
  public Layout with(List<NamedUnits.Named> named, List<ProvidedObject> more) {
    List<ProvidedObject> all = new ArrayList<>(provided);
    all.addAll(more);
    Units given = named.isEmpty() ? units : new NamedUnits(named, units);
    return new Layout(given, incomplete, generated, all, others);
  }

  /** Whether a tool makes an object of the kind and name, in whatever namespace. */
  boolean generates(GroupKind kind, String name) {
    Set<String> names = generated.getOrDefault(kind, Set.of());
    int hyphen = name.length() - HASH_LENGTH - 1;
    boolean hashed = hyphen > 0
        && name.charAt(hyphen) == '-'
        && name.lastIndexOf('-') == hyphen
        && names.contains(name.substring(0, hyphen));
    return hashed || names.contains(name);
  }
}
