package dev.seaworthy.api.structure;

import dev.seaworthy.api.GroupVersionKind;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** Which kinds a release serves, under which plural: what the definitions alone don't tell. */
public final class KindTable {

  /** A kind as a server serves it. */
  record Served(String plural, boolean namespaced, boolean byDefault) {}

  private static final String COLUMNS = "group,version,kind,plural,namespaced,servedIn,optionalIn";

  /**
   * APIs whose beta versions are served unasked because the API is older than 1.24, from when on new
   * ones are not.
   */
  private static final Set<String> BETAS_ON_BY_DEFAULT = Set.of("flowcontrol.apiserver.k8s.io");

  private final SortedMap<String, GroupVersionKind> kinds = new TreeMap<>();
  private final Map<GroupVersionKind, Served> served = new HashMap<>();

  /**
   * The kinds of {@code release} in a table with the columns {@code group, version, kind, plural,
   * namespaced, servedIn, optionalIn}; releases are separated by spaces, those in {@code optionalIn}
   * serve the kind only when asked to.
   *
   * @throws UnreadableSchema if the table has other columns
   */
  public static KindTable ofCsv(List<String> lines, int release) throws UnreadableSchema {
    if (lines.isEmpty() || !COLUMNS.startsWith(lines.get(0))) {
      throw new UnreadableSchema("A table of kinds must begin with the line " + COLUMNS);
    }
    KindTable table = new KindTable();
    for (String line : lines.subList(1, lines.size())) {
      table.add(line.split(",", -1), "1." + release);
    }
    return table;
  }

  private void add(String[] row, String release) throws UnreadableSchema {
    if (row.length < 6) {
      throw new UnreadableSchema(
          "This row of the table of kinds is too short: " + String.join(",", row));
    }
    GroupVersionKind gvk = new GroupVersionKind(row[0], row[1], row[2]);
    boolean listed = Arrays.asList(row[5].split(" ")).contains(release);
    boolean optional = row.length > 6 && Arrays.asList(row[6].split(" ")).contains(release);
    if (listed || optional) {
      boolean byDefault = !optional && servedByDefault(gvk);
      put(gvk, new Served(row[3], Boolean.parseBoolean(row[4]), byDefault));
    }
  }

  private static boolean servedByDefault(GroupVersionKind gvk) {
    return !gvk.version().contains("alpha")
        && (!gvk.version().contains("beta") || BETAS_ON_BY_DEFAULT.contains(gvk.group()));
  }

  /** The kinds that the {@code paths} of a cluster's document let clients create. */
  static KindTable ofPaths(JsonNode paths) {
    KindTable table = new KindTable();
    paths.properties().forEach(path -> {
      JsonNode post = path.getValue().path("post");
      JsonNode gvk = post.path("x-kubernetes-group-version-kind");
      String url = path.getKey();
      if (gvk.isObject()
          && post.path("x-kubernetes-action").asString("").equals("post")
          && !url.contains("{name}")) {
        String plural = url.substring(url.lastIndexOf('/') + 1);
        table.putNarrowest(
            gvkOf(gvk), new Served(plural, url.contains("/namespaces/{namespace}/"), true));
      }
    });
    return table;
  }

  static GroupVersionKind gvkOf(JsonNode node) {
    return new GroupVersionKind(
        node.path("group").asString(""),
        node.path("version").asString(""),
        node.path("kind").asString(""));
  }

  /** Some kinds can be created with and without naming the namespace in the URL. */
  private void putNarrowest(GroupVersionKind gvk, Served kind) {
    Served before = served.get(gvk);
    if (before == null || kind.namespaced()) {
      put(gvk, kind);
    }
  }

  private void put(GroupVersionKind gvk, Served kind) {
    kinds.put(gvk.toString(), gvk);
    served.put(gvk, kind);
  }

  boolean isEmpty() {
    return kinds.isEmpty();
  }

  /** In alphabetical order. */
  Iterable<GroupVersionKind> kinds() {
    return kinds.values();
  }

  Served served(GroupVersionKind gvk) {
    Served found = served.get(gvk);
    if (found == null) {
      throw new IllegalArgumentException(gvk + " is not in the table");
    }
    return found;
  }
}
