package dev.seaworthy.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The resources of Kubernetes' own API groups, as requests and access rules name them: by group and
 * plural. All supported releases together, with groups that kinds have left.
 */
public final class ResourceNames {

  /**
   * A resource.
   *
   * @param movedTo the group under which its kind lives today, if that is another one
   */
  public record Known(String kind, boolean namespaced, Optional<String> movedTo) {}

  private static final String FILE = "kinds.csv";

  private final Map<String, Map<String, Known>> byGroup = new HashMap<>();
  private final Map<String, String> pluralOfKind = new HashMap<>();

  private ResourceNames() {}

  /** The names that the product knows. */
  public static ResourceNames builtIn() {
    return Holder.NAMES;
  }

  private static final class Holder {
    private static final ResourceNames NAMES = load();
  }

  private static ResourceNames load() {
    ResourceNames names = new ResourceNames();
    for (List<String> row : rows()) {
      if (!row.get(3).isEmpty()) {
        Known known = new Known(row.get(2), Boolean.parseBoolean(row.get(4)), Optional.empty());
        names.add(row.get(0), row.get(3), known);
        names.pluralOfKind.put(row.get(2).toLowerCase(Locale.ROOT), row.get(3));
      }
    }
    ApiLifecycle.builtIn().entries().forEach(names::addMoved);
    return names;
  }

  private static List<List<String>> rows() {
    try (InputStream in = ResourceNames.class.getResourceAsStream(FILE)) {
      byte[] bytes = Objects.requireNonNull(in, FILE).readAllBytes();
      List<List<String>> rows = Csv.rows(new String(bytes, StandardCharsets.UTF_8));
      return rows.subList(1, rows.size());
    } catch (IOException damaged) {
      throw new UncheckedIOException(damaged);
    }
  }

  private void addMoved(ApiLifecycle.Entry entry) {
    String kind = entry.gvk().kind();
    String plural = pluralOfKind.getOrDefault(kind.toLowerCase(Locale.ROOT), plural(kind));
    Optional<GroupVersionKind> now =
        entry.replacement().filter(gvk -> gvk.kind().equals(kind));
    Known known = new Known(
        kind,
        now.flatMap(gvk -> find(gvk.group(), plural)).map(Known::namespaced).orElse(false),
        now.map(GroupVersionKind::group)
            .filter(group -> !group.equals(entry.gvk().group())));
    byGroup.computeIfAbsent(entry.gvk().group(), g -> new TreeMap<>()).putIfAbsent(plural, known);
  }

  /** How kinds that are gone were written in requests. */
  private static String plural(String kind) {
    String lower = kind.toLowerCase(Locale.ROOT);
    if (lower.endsWith("y")) {
      return lower.substring(0, lower.length() - 1) + "ies";
    }
    return lower + (lower.endsWith("s") ? "es" : "s");
  }

  private void add(String group, String plural, Known known) {
    byGroup.computeIfAbsent(group, g -> new TreeMap<>()).put(plural, known);
  }

  /** Whether the group is one of Kubernetes' own, so that all of its resources are known. */
  public boolean isGroup(String group) {
    return byGroup.containsKey(group);
  }

  /** The resource of that name, also if its kind has left the group. */
  public Optional<Known> find(String group, String plural) {
    return Optional.ofNullable(in(group).get(plural));
  }

  /** The resources of the group by their plurals, in alphabetical order. */
  public Map<String, Known> in(String group) {
    return byGroup.getOrDefault(group, Map.of());
  }

  /** The plural of a kind, whose name is given in lower case. */
  public Optional<String> pluralOf(String kind) {
    return Optional.ofNullable(pluralOfKind.get(kind));
  }

  /** The groups in which the resource lives today. */
  public List<String> groupsOf(String plural) {
    return byGroup.keySet().stream()
        .filter(group -> find(group, plural).filter(k -> k.movedTo().isEmpty()).isPresent())
        .sorted()
        .toList();
  }
}
