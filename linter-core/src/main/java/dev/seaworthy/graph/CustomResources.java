package dev.seaworthy.graph;

import dev.seaworthy.manifest.Node;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The resources that the CustomResourceDefinitions of an input bring, by group and plural. */
public final class CustomResources {

  /** A resource: its kind, other names for it, and whether it lives in namespaces. */
  public record Defined(String kind, String singular, boolean namespaced) {

    /** Whether {@code lower} is its kind, in lower case, or its singular. */
    public boolean isNamed(String lower) {
      return kind.toLowerCase(Locale.ROOT).equals(lower) || singular.equals(lower);
    }
  }

  private final Map<String, Map<String, Defined>> byGroup = new HashMap<>();

  private CustomResources() {}

  static CustomResources of(List<InputObject> definitions) {
    CustomResources resources = new CustomResources();
    for (InputObject definition : definitions) {
      Node spec = definition.resource().at("spec");
      Node names = spec.get("names");
      resources
          .byGroup
          .computeIfAbsent(spec.get("group").text(), g -> new HashMap<>())
          .put(
              names.get("plural").text(),
              new Defined(
                  names.get("kind").text(),
                  names.get("singular").text(),
                  !spec.get("scope").text().equals("Cluster")));
    }
    return resources;
  }

  /** The plural of the resource whose kind or singular, in lower case, is {@code name}. */
  public Optional<String> pluralOf(String name) {
    return byGroup.values().stream()
        .flatMap(resources -> resources.entrySet().stream())
        .filter(entry -> entry.getValue().isNamed(name))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /** The groups of which at least one resource is defined. */
  public Set<String> groups() {
    return byGroup.keySet();
  }

  /** The resources of the group, by their plurals. */
  public Map<String, Defined> in(String group) {
    return byGroup.getOrDefault(group, Map.of());
  }
}
