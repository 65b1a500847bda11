package dev.seaworthy.graph;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.manifest.FieldPath;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * That objects of a kind bring another object into being: an ExternalSecret a Secret.
 *
 * @param name where the other one's name stands ({@code spec.target.name}), a pattern around the own
 *     name ({@code {name}-app}), or a name that is always the same, after {@code =}; of several,
 *     divided by {@code |}, the first that gives a name
 * @param everyNamespace whether it comes into being in all namespaces, not in the object's own
 */
public record ProvidedObject(
    GroupKind kind, GroupKind target, String name, boolean everyNamespace) {

  /**
   * Whether people who write the one think of the other, as of a Secret that an ExternalSecret fills.
   * What an operator makes for itself says nothing of how they keep such objects.
   */
  boolean isMeant() {
    boolean kept = target.kind().equals("Secret") || target.kind().equals("ConfigMap");
    return kept && Stream.of(name.split("\\|")).allMatch(ProvidedObject::isWhole);
  }

  /** Either a path, or the name as it is. */
  private static boolean isWhole(String alternative) {
    return alternative.equals("{name}")
        || !alternative.startsWith("=") && !alternative.contains("{name}");
  }

  /** The names of what {@code object} provides. */
  List<String> namesFor(InputObject object) {
    for (String alternative : name.split("\\|")) {
      if (alternative.startsWith("=")) {
        return List.of(alternative.substring(1));
      }
      List<String> names = alternative.contains("{name}")
          ? List.of(alternative.replace("{name}", object.name()))
          : written(object, alternative);
      if (!names.isEmpty()) {
        return names;
      }
    }
    return List.of();
  }

  private static List<String> written(InputObject object, String path) {
    List<String> names = new ArrayList<>();
    for (FieldPath place :
        PathPattern.parse(path).resolve(object.resource().root(), FieldPath.ROOT)) {
      names.add(object.at(place).text());
    }
    return names;
  }
}
