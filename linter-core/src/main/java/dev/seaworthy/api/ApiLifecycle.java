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
import org.jspecify.annotations.Nullable;

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

  /** By kind, made when one is first asked for. */
  private volatile @Nullable CsvIndex index;

  private final Map<GroupVersionKind, Optional<Entry>> found = new ConcurrentHashMap<>();

  /** A table with the columns that the first line of {@code deprecated-apis.csv} names. */
  ApiLifecycle(String csv) {
    this.csv = csv;
  }

  /** Read when it is first asked for. */
  private static final class Shipped {
    private static final ApiLifecycle TABLE = read();

    private static ApiLifecycle read() {
      try (InputStream in = ApiLifecycle.class.getResourceAsStream("deprecated-apis.csv")) {
        byte[] bytes = Objects.requireNonNull(in, "deprecated-apis.csv").readAllBytes();
        return new ApiLifecycle(new String(bytes, StandardCharsets.UTF_8));
      } catch (IOException damaged) {
        throw new UncheckedIOException(damaged);
      }
    }
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
    return Shipped.TABLE;
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
    for (Entry entry : entriesOf(gvk.groupKind())) {
      if (entry.gvk().equals(gvk)) {
        return Optional.of(entry);
      }
    }
    return Optional.empty();
  }

  /** The kind under its name of today: an {@code extensions} Deployment is one of {@code apps}. */
  public GroupKind current(GroupKind kind) {
    GroupKind current = kind;
    for (Entry entry : entriesOf(kind)) {
      Optional<GroupKind> now = entry.replacement().map(GroupVersionKind::groupKind);
      if (now.isPresent() && now.get().kind().equals(kind.kind()) && !now.get().equals(kind)) {
        current = now.get();
      }
    }
    return current;
  }

  /** What is known of the versions of a kind. The table is not read as a whole for a few kinds. */
  private List<Entry> entriesOf(GroupKind kind) {
    CsvIndex rows = index;
    if (rows == null) {
      rows = new CsvIndex(csv, 0, 2);
      index = rows;
    }
    return rows.rows(kind.group(), kind.kind()).stream()
        .map(ApiLifecycle::entry)
        .toList();
  }

  /** By group, version and kind. */
  public List<Entry> entries() {
    List<List<String>> rows = Csv.rows(csv);
    return rows.subList(1, rows.size()).stream().map(ApiLifecycle::entry).toList();
  }
}
