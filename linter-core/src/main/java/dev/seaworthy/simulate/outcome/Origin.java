package dev.seaworthy.simulate.outcome;

import dev.seaworthy.api.Resource;
import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.diagnostic.Location;
import dev.seaworthy.diagnostic.Severity;
import dev.seaworthy.graph.InputObject;
import dev.seaworthy.graph.PodTemplate;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.manifest.Node;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The manifest that objects of a cluster come from.
 *
 * @param podSpec the way to the spec of its pods; the root where it has none
 * @param otherwise where to point if the manifest is nobody's
 */
record Origin(InputObject manifest, FieldPath podSpec, boolean isKnown, Location otherwise) {

  private static final FieldPath NAME = FieldPath.of("metadata", "name");

  static Origin in(InputObject manifest) {
    return new Origin(manifest, podSpecOf(manifest), true, Location.ofFile(manifest.file()));
  }

  /** Of an object that the cluster made, and whose owner is gone. */
  static Origin unknown(Resource object, Location otherwise) {
    InputObject made = new InputObject(otherwise.file(), object);
    return new Origin(made, podSpecOf(made), false, otherwise);
  }

  private static FieldPath podSpecOf(InputObject manifest) {
    return manifest.template().map(PodTemplate::specPath).orElse(FieldPath.ROOT);
  }

  /** What stands in the manifest at {@code field}. */
  Node at(FieldPath field) {
    return manifest.at(field);
  }

  /** The ways to the containers of its pods. */
  List<FieldPath> containers() {
    return listed(podSpec.child("containers")).toList();
  }

  private Stream<FieldPath> listed(FieldPath list) {
    return IntStream.range(0, at(list).size()).mapToObj(list::index);
  }

  /** The way to the container {@code name} of its pods; to their spec if it has no such one. */
  FieldPath container(String name) {
    return Stream.of("containers", "initContainers")
        .flatMap(list -> listed(podSpec.child(list)))
        .filter(container -> at(container.child("name")).text().equals(name))
        .findFirst()
        .orElse(podSpec);
  }

  /** {@code Deployment web}, to name it in messages. */
  String title() {
    return manifest.resource().toString();
  }

  /** Something to say of the object as a whole; it points at its name. */
  Diagnostic tell(String code, Severity severity, String message) {
    return at(code, severity, message, NAME);
  }

  /** Something to say of a field, with the API's own word for it. */
  Diagnostic tell(String code, Severity severity, String message, FieldPath field, String reason) {
    Diagnostic diagnostic = at(code, severity, message, field);
    return reason.isEmpty()
        ? diagnostic.withField(field.toString())
        : diagnostic.withField(field.toString(), reason);
  }

  private Diagnostic at(String code, Severity severity, String message, FieldPath field) {
    Location place = isKnown ? manifest.locationOf(field) : otherwise;
    return Diagnostic.of(code, severity, message, place).withSubject(manifest.subject());
  }
}
