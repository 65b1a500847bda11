package dev.seaworthy.validate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.api.ApiCatalog;
import dev.seaworthy.api.BuiltInCatalog;
import dev.seaworthy.api.Field;
import dev.seaworthy.api.Release;
import dev.seaworthy.api.Type;
import dev.seaworthy.conformance.CaseJudge;
import dev.seaworthy.conformance.Corpus;
import dev.seaworthy.conformance.RecordedCase;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.validate.data.Row;
import dev.seaworthy.validate.data.Row.Cell;
import dev.seaworthy.validate.data.TypeTable;
import dev.seaworthy.validate.field.FieldError;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The files of constraints and defaults say nothing of what is not there. */
class ConstraintFilesTest {

  private static final TypeTable CONSTRAINTS = TypeTable.load("constraints.tsv");
  private static final TypeTable DEFAULTS = TypeTable.load("defaults.tsv");

  /** Words that no error can have as its origin. */
  private static final Set<String> SILENT =
      Set.of("since", "until", "update", "cause", "empty", "zero", "unjudged");

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
  void everyConstraintWasViolatedByACase() {
    ApiCatalog catalog = BuiltInCatalog.of(Release.NEWEST);
    Set<String> violated = violations(catalog);

    List<String> never = new ArrayList<>();
    for (String type : CONSTRAINTS.types()) {
      for (Row row : CONSTRAINTS.rows(type)) {
        if (row.holdsIn(Release.NEWEST.minor())) {
          row.cells().stream()
              .filter(cell -> !SILENT.contains(cell.word()))
              .filter(cell -> !isViolated(type, row, cell, violated))
              .forEach(cell -> never.add(type + " " + row.subject() + " " + cell.word()));
        }
      }
    }

    never.removeAll(WITHOUT_CASE);
    assertThat(never).isEmpty();
  }

  private static List<String> unknownFields(TypeTable table) {
    List<String> unknown = new ArrayList<>();
    for (String type : table.types()) {
      for (Row row : table.rows(type)) {
        String field = row.subject().replaceAll("[\\[\\]{}]", "");
        if (!existsInSomeRelease(type, field)) {
          unknown.add(type + " " + field);
        }
      }
    }
    return unknown;
  }

  private static boolean existsInSomeRelease(String type, String field) {
    return Release.supported().stream()
        .map(release -> BuiltInCatalog.of(release).type(type))
        .flatMap(Optional::stream)
        .anyMatch(struct -> field.isEmpty() || struct.field(field).isPresent());
  }

  private static boolean isViolated(String type, Row row, Cell cell, Set<String> violated) {
    String origin = cell.word().equals("format") ? "format=" + cell.value() : cell.word();
    String field = row.subject().replaceAll("[\\[\\]{}]", "");
    return violated.contains(type + " " + field + " " + origin)
        || cell.list().stream().anyMatch(f -> violated.contains(type + " " + f + " " + origin));
  }

  /** What the corpus violates, as type, field and origin. */
  private static Set<String> violations(ApiCatalog catalog) {
    Corpus corpus = new Corpus(Corpus.OF_THIS_MODULE);
    CaseJudge judge = new CaseJudge(corpus, catalog.release());
    Set<String> violated = new HashSet<>();
    for (RecordedCase one : corpus.cases()) {
      for (FieldError cause : judge.judge(one).causes()) {
        Type.Struct type = catalog.find(corpus.gvk(one)).orElseThrow().struct();
        addPlaces(type, cause, violated);
      }
    }
    return violated;
  }

  private static void addPlaces(Type.Struct root, FieldError cause, Set<String> violated) {
    Type type = root;
    String struct = root.name();
    String field = "";
    for (FieldPath step : cause.field().steps()) {
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
