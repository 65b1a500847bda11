package dev.seaworthy.validate.admission;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Sequence;
import java.util.Optional;

/**
 * A new pod takes on what its runtime needs besides its containers, and goes where that runtime is.
 */
final class RuntimeClass implements AdmissionPlugin {

  private static final GroupKind RUNTIME_CLASS = GroupKind.of("node.k8s.io", "RuntimeClass");
  private static final FieldPath CLASS_NAME = FieldPath.of("spec", "runtimeClassName");
  private static final FieldPath OVERHEAD = FieldPath.of("spec", "overhead");

  @Override
  public PluginName name() {
    return PluginName.RUNTIME_CLASS;
  }

  @Override
  public boolean handles(AdmissionRequest request) {
    return request.isCreateOf(AdmissionRequest.POD);
  }

  private static Optional<Resource> classOf(AdmissionRequest request) {
    return request.facts().find(RUNTIME_CLASS, "", className(request));
  }

  private static String className(AdmissionRequest request) {
    return request.spec().get("runtimeClassName").text();
  }

  @Override
  public Mapping admit(AdmissionRequest request, Objections objections) {
    if (className(request).isEmpty()) {
      return request.object();
    }
    Optional<Resource> found = classOf(request);
    if (found.isEmpty()) {
      if (request.facts().knowsAll(RUNTIME_CLASS)) {
        objections.forbid(
            name(),
            CLASS_NAME,
            "pod rejected: RuntimeClass \"" + className(request) + "\" not found");
      }
      return request.object();
    }
    Mapping loaded = withOverhead(request.spec(), found.get(), objections);
    Node scheduling = found.get().at("scheduling");
    return request.withSpec(tolerating(
        selecting(loaded, scheduling.get("nodeSelector"), objections),
        scheduling.get("tolerations")));
  }

  private Mapping withOverhead(Mapping spec, Resource runtime, Objections objections) {
    Node fixed = runtime.at("overhead", "podFixed");
    if (runtime.at("overhead").isAbsent()) {
      return spec;
    }
    Node given = spec.get("overhead");
    if (given.isPresent() && !given.sameAs(fixed)) {
      objections.forbid(name(), OVERHEAD, "must be what the RuntimeClass says, or left out");
    }
    return given.isPresent() || fixed.isAbsent() ? spec : spec.with("overhead", fixed);
  }

  private Mapping selecting(Mapping spec, Node selector, Objections objections) {
    Mapping chosen = spec.get("nodeSelector") instanceof Mapping given ? given : Mapping.EMPTY;
    for (Mapping.Entry label : selector.entries()) {
      Node given = chosen.get(label.key());
      if (given.isPresent() && !given.sameAs(label.value())) {
        objections.forbid(
            name(),
            FieldPath.of("spec", "nodeSelector").key(label.key()),
            "is not what the RuntimeClass asks for, " + label.value().text());
        return spec;
      }
      chosen = chosen.with(label.key(), label.value());
    }
    return selector.size() == 0 ? spec : spec.with("nodeSelector", chosen);
  }

  private static Mapping tolerating(Mapping spec, Node tolerations) {
    Sequence all = spec.get("tolerations") instanceof Sequence given ? given : Sequence.EMPTY;
    Sequence merged = all;
    for (Node toleration : tolerations.items()) {
      if (merged.items().stream().noneMatch(toleration::sameAs)) {
        merged = merged.plus(toleration);
      }
    }
    return merged == all ? spec : spec.with("tolerations", merged);
  }

  /** A pod must not make up an overhead for itself. */
  @Override
  public void validate(AdmissionRequest request, Objections objections) {
    Node overhead = request.spec().get("overhead");
    boolean isKnown = className(request).isEmpty()
        || classOf(request).isPresent()
        || request.facts().knowsAll(RUNTIME_CLASS);
    boolean isGiven =
        classOf(request).filter(it -> it.at("overhead").isPresent()).isPresent();
    if (isKnown && overhead.size() > 0 && !isGiven) {
      objections.forbid(
          name(), OVERHEAD, "must not be given, no RuntimeClass of the pod defines it");
    }
  }
}
