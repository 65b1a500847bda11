package dev.seaworthy.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** When versions of kinds were deprecated and removed, and what takes their place. */
public final class ApiLifecycle {

  /**
   * A version of a kind that is on its way out.
   *
   * @param deprecatedIn the first release that warns of it
   * @param removedIn the first release that does not serve it, past or planned; empty if nobody has
   *     planned it
   * @param replacement what to use instead; mostly another version, sometimes another kind
   * @param shapeChange what else must change with the version; {@code none} if nothing must
   */
  public record Entry(
      GroupVersionKind gvk,
      Optional<Release> deprecatedIn,
      Optional<Release> removedIn,
      Optional<GroupVersionKind> replacement,
      String shapeChange) {

    public boolean isDeprecatedIn(Release release) {
      return deprecatedIn.filter(release::isAtLeast).isPresent();
    }

    public boolean isRemovedIn(Release release) {
      return removedIn.filter(release::isAtLeast).isPresent();
    }

    /** Whether a manifest needs nothing but the new {@code apiVersion}. */
    public boolean keepsItsShape() {
      return shapeChange.equals("none");
    }
  }

  private final String csv;

  /** What was asked for: the table is not read as a whole for the few kinds of an input. */
  private final Map<GroupVersionKind, Optional<Entry>> found = new ConcurrentHashMap<>();

  /** A table with the columns that the first line of {@code deprecated-apis.csv} names. */
  ApiLifecycle(String csv) {
    this.csv = csv;
  }

  private static Entry entry(List<String> row) {
    return new Entry(
        new GroupVersionKind(row.get(0), row.get(1), row.get(2)),
        Release.parse(row.get(3)),
        Release.parse(row.get(4)),
        replacement(row.get(5), row.get(6), row.get(7)),
        row.get(8));
  }

  private static Optional<GroupVersionKind> replacement(String group, String version, String kind) {
    return kind.isEmpty()
        ? Optional.empty()
        : Optional.of(new GroupVersionKind(group, version, kind));
  }

  /** The table that comes with the product. */
  public static ApiLifecycle builtIn() {
    try (InputStream in = ApiLifecycle.class.getResourceAsStream("deprecated-apis.csv")) {
      byte[] bytes = Objects.requireNonNull(in, "deprecated-apis.csv").readAllBytes();
      return new ApiLifecycle(new String(bytes, StandardCharsets.UTF_8));
    } catch (IOException damaged) {
      throw new UncheckedIOException(damaged);
    }
  }

  /** What is known about this version of the kind; empty if it is not on its way out. */
  public Optional<Entry> find(GroupVersionKind gvk) {
    Optional<Entry> known = found.get(gvk);
    if (known == null) {
      known = search(gvk);
      found.put(gvk, known);
    }
    return known;
  }

  private Optional<Entry> search(GroupVersionKind gvk) {
    int before = csv.indexOf("\n" + gvk.group() + "," + gvk.version() + "," + gvk.kind() + ",");
    if (before < 0) {
      return Optional.empty();
    }
    int end = csv.indexOf('\n', before + 1);
    String row = csv.substring(before + 1, end < 0 ? csv.length() : end);
    return Optional.of(entry(Csv.rows(row).get(0))).filter(entry -> entry.gvk().equals(gvk));
  }

  /** By group, version and kind. */
  public List<Entry> entries() {
    List<List<String>> rows = Csv.rows(csv);
    return rows.subList(1, rows.size()).stream().map(ApiLifecycle::entry).toList();
  }
}
