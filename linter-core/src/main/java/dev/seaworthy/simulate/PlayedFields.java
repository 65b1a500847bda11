package dev.seaworthy.simulate;

import dev.seaworthy.diagnostic.Severity;
import dev.seaworthy.manifest.ManifestReader;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which fields this cluster plays: the rows of {@code played-fields.yaml}, one a type of the API.
 * What a manifest sets and the row of its type does not name is told to people as not played, so that
 * nobody takes an outcome for more than it is. Whoever teaches a controller, the scheduler or the
 * kubelet a field moves it to {@code played} there.
 */
public final class PlayedFields {

  private static final String FILE = "played-fields.yaml";

  private final Map<String, Row> rows;

  private PlayedFields(Map<String, Row> rows) {
    this.rows = rows;
  }

  /** Read when a first outcome is told. */
  private static final class OfProduct {
    static final PlayedFields FIELDS = load();
  }

  /**
   * The words of a row, each a name, or {@code name=value} for the name with that value alone.
   *
   * @param told what is said of one of them, where "as if it were not there" says too much
   */
  private record Row(
      Set<String> played, Set<String> unseen, Set<String> minor, Map<String, String> told) {

    static Row of(Node row) {
      return new Row(
          words(row.get("played")),
          words(row.get("unseen")),
          words(row.get("minor")),
          row.get("told") instanceof Mapping told ? told.strings() : Map.of());
    }

    private static Set<String> words(Node words) {
      String text = words.text().replace('\n', ' ');
      return text.isEmpty() ? Set.of() : Set.of(text.split(" "));
    }

    boolean heeds(String field, String value) {
      return names(played, field, value) || names(unseen, field, value);
    }

    private static boolean names(Set<String> words, String field, String value) {
      return words.contains(field) || words.contains(field + "=" + value);
    }
  }

  /** What this version of the product plays. */
  public static PlayedFields ofProduct() {
    return OfProduct.FIELDS;
  }

  private static PlayedFields load() {
    try (InputStream in = PlayedFields.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException("The product lacks " + FILE + "; build it again");
      }
      Map<String, Row> rows = new HashMap<>();
      Node file = new ManifestReader()
          .readValues(FILE, in.readAllBytes())
          .documents()
          .get(0)
          .root();
      for (Mapping.Entry entry : file.entries()) {
        rows.put(entry.key(), Row.of(entry.value()));
      }
      return new PlayedFields(rows);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether anything is known of {@code type}; of what has no row nothing is told. */
  public boolean knows(String type) {
    return rows.containsKey(type);
  }

  /** Whether something in the cluster heeds {@code field}, whatever its value. */
  public boolean isPlayed(String type, String field) {
    Row row = rows.get(type);
    return row != null && row.played().contains(field);
  }

  /** Whether some values of {@code field} are heeded and others are not. */
  public boolean dependsOnValue(String type, String field) {
    Row row = rows.get(type);
    return row != null && (hasValue(row.played(), field) || hasValue(row.unseen(), field));
  }

  private static boolean hasValue(Set<String> words, String field) {
    return words.stream().anyMatch(word -> word.startsWith(field + "="));
  }

  /**
   * How much it matters that a field is not played: a warning where pods may fail to come up because
   * of it or come up later; empty where it is played or could not be seen anyway.
   *
   * @param type as the API's structure names it, {@code core/v1.PodSpec}
   */
  public Optional<Severity> unplayed(String type, String field, Node value) {
    Row row = rows.get(type);
    if (row == null || row.heeds(field, textOf(value))) {
      return Optional.empty();
    }
    return Optional.of(row.minor().contains(field) ? Severity.INFO : Severity.WARNING);
  }

  /** What is to be told of {@code field} with {@code value}, if not that it is as if it were not so. */
  public Optional<String> told(String type, String field, String value) {
    Row row = rows.get(type);
    return row == null
        ? Optional.empty()
        : Optional.ofNullable(row.told().get(field + "=" + value));
  }

  /** The same of a key in a map of people's own keys, such as {@code meta/v1.ObjectMeta.labels}. */
  public Optional<Severity> unplayedKey(String map, String key) {
    Row row = rows.get(map);
    return row != null && row.minor().contains(key) ? Optional.of(Severity.INFO) : Optional.empty();
  }

  /** The value as a row names it. */
  public static String textOf(Node value) {
    return value.asBoolean().map(String::valueOf).orElseGet(value::text);
  }
}
