package dev.seaworthy.validate.admission;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.validate.field.CauseType;
import dev.seaworthy.validate.field.FieldError;
import java.util.List;
import java.util.Optional;

/** Nothing is written into a namespace that is not there, nothing new into one that is on its way out. */
final class NamespaceLifecycle implements AdmissionPlugin {

  static final GroupKind NAMESPACE = GroupKind.of("", "Namespace");

  private static final FieldPath PLACE = FieldPath.of("metadata", "namespace");

  @Override
  public PluginName name() {
    return PluginName.NAMESPACE_LIFECYCLE;
  }

  @Override
  public boolean handles(AdmissionRequest request) {
    return !request.namespace().isEmpty() && !request.isFor(NAMESPACE);
  }

  @Override
  public Mapping admit(AdmissionRequest request, Objections objections) {
    String namespace = request.namespace();
    Optional<Resource> found = request.facts().find(NAMESPACE, "", namespace);
    if (found.isEmpty() && request.facts().knowsAll(NAMESPACE)) {
      objections.deny(new Denial(
          name(), 404, "NotFound", PLACE, "namespaces \"" + namespace + "\" not found", List.of()));
    }
    if (request.isCreate() && found.filter(NamespaceLifecycle::isOnItsWayOut).isPresent()) {
      objections.forbid(
          name(),
          FieldError.of(
              CauseType.NAMESPACE_TERMINATING,
              PLACE,
              name().word(),
              "namespace " + namespace + " is being terminated"));
    }
    return request.object();
  }

  private static boolean isOnItsWayOut(Resource namespace) {
    return namespace.at("metadata", "deletionTimestamp").isPresent()
        || namespace.at("status", "phase").text().equals("Terminating");
  }
}
