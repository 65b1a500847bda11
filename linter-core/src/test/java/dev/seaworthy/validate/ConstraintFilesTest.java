package dev.seaworthy.validate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.api.ApiCatalog;
import dev.seaworthy.api.Field;
import dev.seaworthy.api.GroupVersionKind;
import dev.seaworthy.api.Release;
import dev.seaworthy.api.Type;
import dev.seaworthy.api.catalog.BuiltInCatalog;
import dev.seaworthy.conformance.CaseJudge;
import dev.seaworthy.conformance.Corpus;
import dev.seaworthy.manifest.Document;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.manifest.ManifestReader;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.validate.constraint.ConstraintReader;
import dev.seaworthy.validate.data.Row;
import dev.seaworthy.validate.data.Row.Cell;
import dev.seaworthy.validate.data.TypeTable;
import dev.seaworthy.validate.field.FieldError;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The files of constraints and defaults say nothing of what is not there. */
class ConstraintFilesTest {

  private static final TypeTable CONSTRAINTS = TypeTable.load("constraints.tsv");
  private static final TypeTable DEFAULTS = TypeTable.load("defaults.tsv");

  private static final Path EXAMPLES = Path.of("src/test/resources/constraints");
  private static final Pattern LETTERS = Pattern.compile("N\\((\\d+)\\)");
  private static final Pattern KEYS = Pattern.compile("KEYS\\((\\d+)(?:, ([^()]*))?\\)");
  private static final Pattern ITEMS = Pattern.compile("ITEMS\\((\\d+), ([^()]*)\\)");

  /** The server's code has these; the corpus happens to have no case of them. */
  private static final Set<String> WITHOUT_CASE =
      Set.of("apps/v1.ReplicaSetSpec minReadySeconds minimum");

  @Test
  void everyTypeAndFieldOfAConstraintExists() {
    assertThat(unknownFields(CONSTRAINTS)).isEmpty();
  }

  @Test
  void everyTypeAndFieldOfADefaultExists() {
    assertThat(unknownFields(DEFAULTS)).isEmpty();
  }

  @Test
  void releasesAreThoseWhoseStructureComesWithTheProduct() {
    List<String> outside = new ArrayList<>();
    for (TypeTable table : List.of(CONSTRAINTS, DEFAULTS)) {
      for (String type : table.types()) {
        for (Row row : table.rows(type)) {
          row.cells().stream()
              .filter(cell -> cell.word().equals("since") || cell.word().equals("until"))
              .filter(cell -> !new Release(Integer.parseInt(cell.value())).isSupported())
              .forEach(cell -> outside.add(type + " " + row));
        }
      }
    }
    assertThat(outside).isEmpty();
  }

  @Test
  void everyConstraintWasViolatedByACaseOrAnExample() throws IOException {
    ApiCatalog catalog = BuiltInCatalog.of(Release.NEWEST);
    Set<String> violated = violations(catalog);

    List<String> never = new ArrayList<>();
    for (String type : CONSTRAINTS.types()) {
      for (Row row : CONSTRAINTS.rows(type)) {
        if (row.holdsIn(Release.NEWEST.minor())) {
          row.cells().stream()
              .filter(cell -> ConstraintReader.isConstraint(cell.word()))
              .filter(cell -> !isNeverViolated(row, cell))
              .filter(cell -> !isViolated(catalog, type, row, cell, violated))
              .forEach(cell -> never.add(type + " " + row.subject() + " " + cell.word()));
        }
      }
    }

    never.removeAll(WITHOUT_CASE);
    assertThat(never).isEmpty();
  }

  /** Nothing can break what asks for nothing, or is filled in before it is asked. */
  private static boolean isNeverViolated(Row row, Cell cell) {
    return cell.word().equals("unjudged") || (cell.word().equals("required") && row.has("filled"));
  }

  private static List<String> unknownFields(TypeTable table) {
    List<String> unknown = new ArrayList<>();
    for (String type : table.types()) {
      for (Row row : table.rows(type)) {
        boolean known = Release.supported().stream()
            .anyMatch(release -> place(BuiltInCatalog.of(release), type, row).isPresent());
        if (!known) {
          unknown.add(type + " " + row.subject());
        }
      }
    }
    return unknown;
  }

  /** The struct and the field that a line speaks of, which may lie below the type's own fields. */
  private static Optional<String> place(ApiCatalog catalog, String type, Row row) {
    Optional<Type.Struct> struct = catalog.type(type);
    String[] steps = row.subject().replaceAll("[\\[\\]{}]", "").split("\\.");
    for (int i = 0; i < steps.length - 1; i++) {
      String step = steps[i];
      struct = struct.flatMap(s -> s.field(step)).flatMap(field -> structOf(field.type()));
    }
    String field = steps[steps.length - 1];
    return struct
        .filter(s -> field.isEmpty() || s.field(field).isPresent())
        .map(s -> s.name() + " " + field);
  }

  private static Optional<Type.Struct> structOf(Type type) {
    if (type instanceof Type.ListOf list) {
      return structOf(list.item());
    }
    return type instanceof Type.Struct struct ? Optional.of(struct) : Optional.empty();
  }

  private static boolean isViolated(
      ApiCatalog catalog, String type, Row row, Cell cell, Set<String> violated) {
    String origin = cell.word().equals("format") ? "format=" + cell.value() : cell.word();
    String place = place(catalog, type, row).orElseThrow();
    String struct = cell.word().equals("uniqueItems")
        ? itemsOf(catalog, place)
        : place.substring(0, place.indexOf(' '));
    return violated.contains(place + " " + origin)
        || cell.list().stream()
            .anyMatch(field -> violated.contains(struct + " " + field + " " + origin));
  }

  private static String itemsOf(ApiCatalog catalog, String place) {
    String[] structAndField = place.split(" ");
    return catalog
        .type(structAndField[0])
        .flatMap(struct -> struct.field(structAndField[1]))
        .flatMap(field -> structOf(field.type()))
        .map(Type.Struct::name)
        .orElse("");
  }

  /** What the corpus and our own examples violate, as type, field and origin. */
  private static Set<String> violations(ApiCatalog catalog) throws IOException {
    Corpus corpus = new Corpus(Corpus.OF_THIS_MODULE);
    CaseJudge judge = new CaseJudge(corpus, catalog.release());
    Set<String> violated = ConcurrentHashMap.newKeySet();
    corpus.cases().parallelStream()
        .forEach(one -> judge
            .judge(one)
            .causes()
            .forEach(cause -> addPlaces(struct(catalog, corpus.gvk(one)), cause, violated)));
    ApiServer server = ApiServer.of(catalog);
    for (Document example : examples()) {
      Node object = example.root();
      GroupVersionKind gvk = GroupVersionKind.of(
          object.get("apiVersion").text(), object.get("kind").text());
      server
          .create(example)
          .causes()
          .forEach(cause -> addPlaces(struct(catalog, gvk), cause, violated));
    }
    return violated;
  }

  private static Type.Struct struct(ApiCatalog catalog, GroupVersionKind gvk) {
    return catalog.find(gvk).orElseThrow().struct();
  }

  private static List<Document> examples() throws IOException {
    List<Document> examples = new ArrayList<>();
    try (Stream<Path> files = Files.list(EXAMPLES)) {
      for (Path file : files.sorted().toList()) {
        byte[] text = expanded(Files.readString(file)).getBytes(StandardCharsets.UTF_8);
        examples.addAll(new ManifestReader().read(file.toString(), text).documents());
      }
    }
    return examples;
  }

  /**
   * {@code N(3)} is a text of three letters, {@code ITEMS(2, {port: 80})} two such items, {@code
   * KEYS(4)} four keys with texts, {@code KEYS(4, 80)} with that value.
   */
  private static String expanded(String text) {
    String lettered =
        LETTERS.matcher(text).replaceAll(found -> "N".repeat(Integer.parseInt(found.group(1))));
    String keyed = KEYS.matcher(lettered)
        .replaceAll(found -> IntStream.range(0, Integer.parseInt(found.group(1)))
            .mapToObj(i -> "k" + i + ": " + Optional.ofNullable(found.group(2)).orElse("v"))
            .collect(Collectors.joining(", ")));
    return ITEMS
        .matcher(keyed)
        .replaceAll(found -> Matcher.quoteReplacement(String.join(
            ", ", Collections.nCopies(Integer.parseInt(found.group(1)), found.group(2)))));
  }

  private static void addPlaces(Type.Struct root, FieldError cause, Set<String> violated) {
    Type type = root;
    String struct = root.name();
    String field = "";
    for (FieldPath step : cause.place().steps()) {
      if (type instanceof Type.Struct known) {
        Optional<Field> next = known.field(step.lastStep());
        if (next.isEmpty()) {
          return;
        }
        struct = known.name();
        field = step.lastStep();
        type = next.get().type();
      } else if (type instanceof Type.ListOf list) {
        type = list.item();
      } else if (type instanceof Type.MapOf map) {
        type = map.value();
      }
    }
    violated.add(struct + " " + field + " " + cause.origin());
    violated.add(struct + "  " + cause.origin());
    if (type instanceof Type.Struct inner) {
      violated.add(inner.name() + "  " + cause.origin());
    }
  }
}
