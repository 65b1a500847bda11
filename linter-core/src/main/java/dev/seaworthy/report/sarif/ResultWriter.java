package dev.seaworthy.report.sarif;

import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.diagnostic.Diagnostic.Related;
import dev.seaworthy.diagnostic.Diagnostic.Subject;
import dev.seaworthy.diagnostic.Edit;
import dev.seaworthy.diagnostic.Fix;
import dev.seaworthy.diagnostic.Location;
import dev.seaworthy.diagnostic.SuppressedFinding;
import dev.seaworthy.diagnostic.SuppressedFinding.Source;
import dev.seaworthy.manifest.JsonWriter;

/** Diagnostics as {@code result} objects. */
final class ResultWriter {

  private final JsonWriter json;
  private final ArtifactUri uris;
  private final Regions regions;

  ResultWriter(JsonWriter json, ArtifactUri uris, Regions regions) {
    this.json = json;
    this.uris = uris;
    this.regions = regions;
  }

  void result(Diagnostic diagnostic, int ruleIndex) {
    begin(diagnostic, ruleIndex);
    json.endObject();
  }

  void suppressed(SuppressedFinding suppressed, int ruleIndex) {
    begin(suppressed.finding(), ruleIndex);
    json.name("suppressions")
        .beginArray()
        .beginObject()
        .field("kind", suppressed.source() == Source.FILE ? "inSource" : "external")
        .field("justification", suppressed.justification())
        .endObject()
        .endArray();
    json.endObject();
  }

  private void begin(Diagnostic diagnostic, int ruleIndex) {
    json.newLine()
        .beginObject()
        .field("ruleId", diagnostic.code())
        .field("ruleIndex", ruleIndex)
        .field("level", RuleDescriptors.level(diagnostic.severity()));
    message(diagnostic);
    json.name("locations").beginArray().beginObject();
    physicalLocation(diagnostic.place());
    diagnostic
        .subject()
        .ifPresent(subject -> logicalLocation(subject, diagnostic.field().orElse("")));
    json.endObject().endArray();
    relatedLocations(diagnostic);
    diagnostic.fix().ifPresent(fix -> fix(diagnostic, fix));
    fingerprint(diagnostic);
  }

  /** Writes what is wrong and what to do; viewers show nothing else of a result. */
  void message(Diagnostic diagnostic) {
    String remedy = diagnostic.remedy().map(text -> ". " + text).orElse("");
    RuleDescriptors.text(json, "message", diagnostic.message() + remedy);
  }

  void physicalLocation(Location place) {
    json.name("physicalLocation").beginObject().name("artifactLocation");
    uris.write(json, place.file());
    if (place.hasLine()) {
      json.name("region");
      regions.write(json, place);
    }
    json.endObject();
  }

  private void logicalLocation(Subject subject, String field) {
    json.name("logicalLocations")
        .beginArray()
        .beginObject()
        .field("name", subject.name())
        .field("fullyQualifiedName", nameOf(subject) + (field.isEmpty() ? "" : "#" + field))
        .field("kind", "object")
        .endObject()
        .endArray();
  }

  private static String nameOf(Subject subject) {
    String namespace = subject.namespace().isEmpty() ? "" : subject.namespace() + "/";
    return subject.kind() + "/" + namespace + subject.name();
  }

  private void relatedLocations(Diagnostic diagnostic) {
    if (diagnostic.related().isEmpty()) {
      return;
    }
    json.name("relatedLocations").beginArray();
    for (Related related : diagnostic.related()) {
      json.beginObject();
      physicalLocation(related.place());
      RuleDescriptors.text(json, "message", related.message());
      json.endObject();
    }
    json.endArray();
  }

  private void fix(Diagnostic diagnostic, Fix fix) {
    json.name("fixes").beginArray().beginObject();
    diagnostic.remedy().ifPresent(remedy -> RuleDescriptors.text(json, "description", remedy));
    json.name("artifactChanges").beginArray().beginObject().name("artifactLocation");
    uris.write(json, fix.edits().get(0).place().file());
    json.name("replacements").beginArray();
    fix.edits().forEach(this::replacement);
    json.endArray().endObject().endArray();
    json.name("properties").beginObject().field("safe", fix.safe()).endObject();
    json.endObject().endArray();
  }

  private void replacement(Edit edit) {
    json.beginObject().name("deletedRegion");
    regions.writeWhole(json, edit.place());
    RuleDescriptors.text(json, "insertedContent", edit.text());
    json.endObject();
  }

  /** What stays the same while lines move: the object, the field and the rule. */
  private void fingerprint(Diagnostic diagnostic) {
    diagnostic
        .subject()
        .ifPresent(subject -> json.name("partialFingerprints")
            .beginObject()
            .field(
                "objectFieldAndRule/v1",
                String.join(
                    " ",
                    diagnostic.code(),
                    subject.apiVersion(),
                    nameOf(subject),
                    diagnostic.field().orElse("")))
            .endObject());
  }
}
