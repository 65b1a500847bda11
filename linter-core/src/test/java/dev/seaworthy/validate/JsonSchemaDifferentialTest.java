package dev.seaworthy.validate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.api.ApiCatalog;
import dev.seaworthy.api.GroupVersionKind;
import dev.seaworthy.api.Release;
import dev.seaworthy.api.ResourceType;
import dev.seaworthy.api.catalog.BuiltInCatalog;
import dev.seaworthy.api.schema.JsonSchemaExport;
import dev.seaworthy.api.schema.TypeConstraints;
import dev.seaworthy.api.schema.TypeDescriptions;
import dev.seaworthy.conformance.CaseJudge;
import dev.seaworthy.conformance.Corpus;
import dev.seaworthy.conformance.RecordedCase;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.validate.constraint.ConstraintSchemas;
import dev.seaworthy.validate.decode.StrictDecoder;
import dev.seaworthy.validate.field.DecodeError;
import dev.seaworthy.validate.schema.JsonSchemaValidator;
import dev.seaworthy.validate.schema.SchemaFindings;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Holds the exported JSON Schemas to the walk: an evaluator that knows nothing of Kubernetes must
 * come to the same structural verdict as the strict decoder, on what a real server was asked, and
 * its constraints refuse nothing that the whole walk takes.
 */
class JsonSchemaDifferentialTest {

  /** Every so many cases of a kind: enough to meet each kind of change, and quick. */
  private static final int STEP = 17;

  private final ApiCatalog catalog = BuiltInCatalog.of(Release.NEWEST);
  private final Corpus corpus = new Corpus(Corpus.OF_THIS_MODULE);

  /** Where the two may differ, and why that is right. */
  private enum Difference {
    /** A server says this after decoding, or fills the field in; an editor must say it at once. */
    JUDGED_LATER,
    /** For JSON Schema 3.0 is a whole number; Go's decoder wants it written as one. */
    WHOLE_NUMBER_WITH_FRACTION,
    /** A CRD's schema has fields that are a schema or something else; the export takes any JSON. */
    SCHEMA_IN_A_SCHEMA,
    NONE
  }

  private static final Set<String> LATER = Set.of("enum", "required");

  @Test
  void everyManifestThatTheServerTakesFitsItsSchema() throws IOException {
    List<String> misfits = new ArrayList<>();
    for (String kind : corpus.kinds()) {
      JsonSchemaValidator schema = constrainedSchemaOf(kind);
      for (String base : corpus.bases(kind)) {
        SchemaFindings findings = schema.judge(corpus.bases().manifest(base));
        if (!findings.isEmpty()) {
          misfits.add(base + ": " + findings);
        }
      }
    }

    assertThat(misfits).isEmpty();
  }

  @Test
  void schemaAndDecoderAgreeOnChangedManifests() throws IOException {
    Map<Difference, Integer> found = new EnumMap<>(Difference.class);
    List<String> unexplained = new ArrayList<>();
    int judged = 0;
    for (String kind : corpus.kinds()) {
      JsonSchemaValidator schema = schemaOf(kind);
      for (RecordedCase one : sample(kind)) {
        judged++;
        Node object = corpus.bases().changed(one);
        SchemaFindings findings = schema.judge(object);
        List<DecodeError> errors = StrictDecoder.decode(
                type(kind).struct(), object, List.of(), Release.NEWEST)
            .errors();
        if (findings.isEmpty() != errors.isEmpty()) {
          Difference difference = explain(one, findings, errors);
          found.merge(difference, 1, Integer::sum);
          if (difference == Difference.NONE) {
            unexplained.add(one.id() + " " + one.mutation() + ": " + findings + errors);
          }
        }
      }
    }

    assertThat(unexplained).isEmpty();
    assertThat(judged).isGreaterThan(1000);
    assertThat(found.getOrDefault(Difference.JUDGED_LATER, 0)).isLessThan(judged / 10);
  }

  /** What the structure alone refuses is the other test's matter. */
  @Test
  void noManifestThatTheWalkTakesIsRefusedForAConstraint() throws IOException {
    CaseJudge walk = new CaseJudge(corpus, Release.NEWEST);
    List<String> refused = new ArrayList<>();
    int taken = 0;
    int refusedByBoth = 0;
    for (String kind : corpus.kinds()) {
      JsonSchemaValidator structure = schemaOf(kind);
      JsonSchemaValidator constrained = constrainedSchemaOf(kind);
      for (RecordedCase one : sample(kind)) {
        Node object = corpus.bases().changed(one);
        boolean misfit =
            structure.judge(object).isEmpty() && !constrained.judge(object).isEmpty();
        boolean accepted = walk.judge(one).accepted();
        taken += accepted ? 1 : 0;
        refusedByBoth += misfit && !accepted ? 1 : 0;
        if (misfit && accepted) {
          refused.add(one.id() + " " + one.mutation() + ": " + constrained.judge(object));
        }
      }
    }

    assertThat(refused).isEmpty();
    assertThat(taken).isGreaterThan(500);
    assertThat(refusedByBoth).isGreaterThan(70);
  }

  private static Difference explain(
      RecordedCase one, SchemaFindings findings, List<DecodeError> errors) {
    if (errors.isEmpty()) {
      boolean later = findings.unknown().isEmpty()
          && findings.causes().stream().allMatch(cause -> LATER.contains(cause.origin()));
      return later ? Difference.JUDGED_LATER : Difference.NONE;
    }
    if (one.kind().endsWith("CustomResourceDefinition")
        && errors.stream().allMatch(e -> e.path().toString().contains("openAPIV3Schema"))) {
      return Difference.SCHEMA_IN_A_SCHEMA;
    }
    return one.mutation().equals("int-float-whole")
        ? Difference.WHOLE_NUMBER_WITH_FRACTION
        : Difference.NONE;
  }

  private List<RecordedCase> sample(String kind) {
    List<RecordedCase> sample = new ArrayList<>();
    List<RecordedCase> all = corpus.cases(kind);
    for (int i = 0; i < all.size(); i += STEP) {
      if (!all.get(i).update()) {
        sample.add(all.get(i));
      }
    }
    return sample;
  }

  private JsonSchemaValidator schemaOf(String kind) throws IOException {
    return JsonSchemaValidator.of(
        "memory:" + kind,
        JsonSchemaExport.of(type(kind), TypeConstraints.NONE, TypeDescriptions.NONE));
  }

  private JsonSchemaValidator constrainedSchemaOf(String kind) throws IOException {
    return JsonSchemaValidator.of(
        "memory:constrained:" + kind,
        JsonSchemaExport.of(
            type(kind), new ConstraintSchemas(Release.NEWEST), TypeDescriptions.NONE));
  }

  private ResourceType type(String kind) {
    String[] parts = kind.split("_");
    String group = parts[0].equals("core") ? "" : parts[0];
    return catalog.find(new GroupVersionKind(group, parts[1], parts[2])).orElseThrow();
  }
}
