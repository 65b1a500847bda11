package dev.seaworthy.build;

import dev.seaworthy.validate.constraint.ConstraintReader;
import dev.seaworthy.validate.data.TypeTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Compiles the constraint and default files, a file a type, into one table each. */
final class TypeTableCompiler {

  private static final List<String> CONDITIONS =
      List.of("since", "until", "cause", "empty", "zero");

  private TypeTableCompiler() {}

  /** The rows that a file of one kind says of its type. */
  private interface RowsOfType {
    List<String> of(Map<String, Object> content);
  }

  static void compile(Path schemas, Path output) throws IOException {
    Path folder = Files.createDirectories(output.resolve(TypeTable.FOLDER.substring(1)));
    Files.writeString(
        folder.resolve("constraints.tsv"),
        table(schemas.resolve("constraints"), TypeTableCompiler::constraints));
    Files.writeString(
        folder.resolve("defaults.tsv"),
        table(schemas.resolve("defaults"), TypeTableCompiler::defaults));
    Files.writeString(
        folder.resolve("descriptions.tsv"),
        table(schemas.resolve("descriptions"), TypeTableCompiler::descriptions));
    Files.writeString(folder.resolve("pointers.tsv"), pointers(schemas.resolve("pointers")));
  }

  /** A file an API group, which lists fields by type. */
  private static String pointers(Path folder) throws IOException {
    StringBuilder out = new StringBuilder();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file :
          files.filter(f -> f.toString().endsWith(".yaml")).sorted().toList()) {
        map(load(file)).forEach((type, fields) -> {
          out.append('=').append(type).append('\n');
          ((List<?>) fields).forEach(field -> out.append(field).append('\n'));
        });
      }
    }
    return out.toString();
  }

  private static String table(Path folder, RowsOfType rows) throws IOException {
    StringBuilder out = new StringBuilder();
    if (!Files.isDirectory(folder)) {
      return "";
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file :
          files.filter(f -> f.toString().endsWith(".yaml")).sorted().toList()) {
        try {
          addType(file, rows, out);
        } catch (RuntimeException e) {
          throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
        }
      }
    }
    return out.toString();
  }

  private static void addType(Path file, RowsOfType read, StringBuilder out) throws IOException {
    Map<String, Object> content = map(load(file));
    out.append('=').append(content.get("type")).append('\n');
    read.of(content).forEach(row -> out.append(row).append('\n'));
  }

  private static List<String> constraints(Map<String, Object> content) {
    List<String> rows = new ArrayList<>();
    addConstraints("", content.get("struct"), Map.of(), rows);
    map(content.get("fields"))
        .forEach((field, spec) -> addConstraints(field, spec, Map.of(), rows));
    rows.forEach(TypeTableCompiler::verify);
    return rows;
  }

  private static List<String> defaults(Map<String, Object> content) {
    List<String> rows = new ArrayList<>();
    map(content.get("fields")).forEach((field, spec) -> addDefaults(field, spec, rows));
    return rows;
  }

  private static @Nullable Object load(Path file) throws IOException {
    return new Load(LoadSettings.builder().setLabel(file.toString()).build())
        .loadFromString(Files.readString(file));
  }

  /** One row for each alternative; items and keys are subjects of their own. */
  private static void addConstraints(
      String subject, @Nullable Object spec, Map<String, Object> inherited, List<String> rows) {
    if (spec instanceof List<?> alternatives) {
      alternatives.forEach(one -> addConstraints(subject, one, inherited, rows));
      return;
    }
    Map<String, Object> words = new LinkedHashMap<>(inherited);
    words.putAll(map(spec));
    Map<String, Object> conditions = new LinkedHashMap<>(words);
    conditions.keySet().retainAll(CONDITIONS);
    conditions.putAll(only(inherited, "update"));
    addFields(subject, words.remove("fields"), conditions, rows);
    addNested(subject + "[]", words.remove("each"), conditions, rows);
    addNested(subject + "{}", words.remove("keys"), conditions, rows);
    if (words.get("update") instanceof Map<?, ?> change) {
      words.remove("update");
      Map<String, Object> onUpdate = new LinkedHashMap<>(conditions);
      onUpdate.put("update", true);
      addNested(subject, change, onUpdate, rows);
    }
    if (words.keySet().stream().anyMatch(ConstraintReader::isConstraint)) {
      rows.add(subject + cells(words));
    }
  }

  /** What is said of the fields of a struct at one place. */
  private static void addFields(
      String subject, @Nullable Object fields, Map<String, Object> conditions, List<String> rows) {
    map(fields).forEach((field, spec) -> {
      String inner = field.isEmpty() ? subject : subject + "." + field;
      addConstraints(inner, spec, conditions, rows);
    });
  }

  private static void addNested(
      String subject, @Nullable Object spec, Map<String, Object> conditions, List<String> rows) {
    if (spec != null) {
      addConstraints(subject, spec, conditions, rows);
    }
  }

  private static Map<String, Object> only(Map<String, Object> words, String word) {
    return words.containsKey(word) ? Map.of(word, true) : Map.of();
  }

  private static List<String> descriptions(Map<String, Object> content) {
    List<String> rows = new ArrayList<>();
    if (content.get("text") instanceof String ofType) {
      rows.add(cells(Map.of("text", ofType)));
    }
    map(content.get("fields"))
        .forEach((field, sentence) -> rows.add(field + cells(Map.of("text", sentence))));
    return rows;
  }

  /** A default is a plain value, or a mapping that says when and how it holds. */
  private static void addDefaults(String field, @Nullable Object spec, List<String> rows) {
    if (spec instanceof List<?> alternatives) {
      alternatives.forEach(one -> addDefaults(field, one, rows));
      return;
    }
    Map<String, Object> words = new LinkedHashMap<>();
    if (spec instanceof Map<?, ?> conditional && !conditional.isEmpty()) {
      words.putAll(map(spec));
    } else {
      words.put("value", spec);
    }
    if (words.containsKey("value")) {
      words.put("value", typed(words.get("value")));
    }
    rows.add(field + cells(words));
  }

  /** A letter for the type, so that the text {@code "1"} is told from the number. */
  private static String typed(@Nullable Object value) {
    if (value instanceof String) {
      return "s:" + value;
    }
    if (value instanceof Boolean) {
      return "b:" + value;
    }
    if (value instanceof List<?> texts) {
      return "l:" + String.join(",", texts.stream().map(String::valueOf).toList());
    }
    return value instanceof Map<?, ?> ? "o:" : "i:" + value;
  }

  private static String cells(Map<String, Object> words) {
    StringBuilder out = new StringBuilder();
    words.forEach((word, value) -> {
      out.append('\t').append(word);
      if (!Boolean.TRUE.equals(value)) {
        out.append('=').append(text(word, value));
      }
    });
    return out.toString();
  }

  private static String text(String word, @Nullable Object value) {
    if (value instanceof List<?> list) {
      return String.join("|", list.stream().map(String::valueOf).toList());
    }
    if (value instanceof Map<?, ?> map) {
      return String.join(
          "|",
          map.entrySet().stream()
              .map(e -> e.getKey() + ":" + condition(e.getValue()))
              .toList());
    }
    String text = String.valueOf(value);
    return word.equals("since") || word.equals("until") ? text.substring(2) : text;
  }

  private static String condition(@Nullable Object value) {
    return value instanceof List<?> list
        ? String.join(",", list.stream().map(String::valueOf).toList())
        : String.valueOf(value);
  }

  private static void verify(String line) {
    ConstraintReader.read(TypeTable.rowsOf(line), Integer.MAX_VALUE);
    ConstraintReader.read(TypeTable.rowsOf(line), 0);
  }

  @SuppressWarnings("unchecked") // the files' form: mappings have text keys
  private static Map<String, Object> map(@Nullable Object value) {
    if (value == null) {
      return Map.of();
    }
    if (!(value instanceof Map<?, ?>)) {
      throw new IllegalArgumentException("there must be a mapping in place of " + value);
    }
    return (Map<String, Object>) value;
  }
}
