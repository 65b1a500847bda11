package dev.seaworthy.validate.check.apiextensions;

import dev.seaworthy.manifest.Absent;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.validate.custom.SchemaJudge;
import dev.seaworthy.validate.field.Request;
import java.util.ArrayList;
import java.util.List;

/**
 * What a definition says of a version: schema, subresources, columns. What is the same in all
 * versions the server judges once, under the names that it had before there were versions.
 */
record VersionPart(
    Place schema,
    Place subresources,
    Place columns,
    Place selectable,
    Place version,
    Node effectiveSubresources,
    Node effectiveSchema) {

  private static final FieldPath SPEC = FieldPath.of("spec");
  private static final List<String> FIELDS =
      List.of("schema", "subresources", "additionalPrinterColumns", "selectableFields");

  /** The parts of all versions; what they share comes last. */
  static List<VersionPart> of(Place spec) {
    List<Place> versions = spec.at("versions").items();
    List<VersionPart> parts = new ArrayList<>();
    for (Place version : versions) {
      parts.add(own(version, versions));
    }
    if (!versions.isEmpty()) {
      parts.add(shared(versions));
    }
    return parts;
  }

  private static VersionPart own(Place version, List<Place> versions) {
    List<Place> places = new ArrayList<>();
    for (String field : FIELDS) {
      Place place = version.at(field);
      places.add(
          isShared(field, versions)
              ? new Place(Absent.INSTANCE, place.named(), place.written())
              : place);
    }
    return new VersionPart(
        places.get(0),
        places.get(1),
        places.get(2),
        places.get(3),
        version,
        version.node().get("subresources"),
        version.node().at("schema", "openAPIV3Schema"));
  }

  private static VersionPart shared(List<Place> versions) {
    Place first = versions.get(0);
    List<Place> places = new ArrayList<>();
    for (String field : FIELDS) {
      Place place =
          first.at(field).named(SPEC.child(field.equals("schema") ? "validation" : field));
      places.add(
          isShared(field, versions)
              ? place
              : new Place(Absent.INSTANCE, place.named(), place.written()));
    }
    Place none = new Place(Absent.INSTANCE, first.named(), first.written());
    return new VersionPart(
        places.get(0),
        places.get(1),
        places.get(2),
        places.get(3),
        none,
        first.node().get("subresources"),
        places.get(0).node().get("openAPIV3Schema"));
  }

  private static boolean isShared(String field, List<Place> versions) {
    Node first = versions.get(0).node().get(field);
    return versions.stream().allMatch(version -> version.node().get(field).sameAs(first));
  }

  void check(Node previousSpec, SchemaJudge judge, Request request, Findings findings) {
    if (version.isPresent()) {
      DeprecationCheck.check(version, findings);
      Place own = version.at("schema").at("openAPIV3Schema");
      if (!own.node().isMapping()) {
        findings.required(own, "required", "must be given: the schema of the version's objects");
      }
    }
    if (schema.node().get("openAPIV3Schema").isMapping()) {
      boolean hasStatus = effectiveSubresources.get("status").isMapping();
      SchemaCheck.check(
          schema.at("openAPIV3Schema"), hasStatus, previousSpec, judge, request, findings);
    }
    ScaleCheck.check(subresources, findings);
    columns.items().forEach(column -> PrinterColumnCheck.check(column, findings));
    SelectableFieldsCheck.check(selectable, effectiveSchema, findings);
  }
}
