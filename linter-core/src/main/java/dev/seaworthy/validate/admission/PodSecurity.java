package dev.seaworthy.validate.admission;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.api.PodTemplatePlace;
import dev.seaworthy.api.Resource;
import dev.seaworthy.api.catalog.KnownKinds;
import dev.seaworthy.manifest.Absent;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.validate.admission.podsecurity.NamespaceSecurity;
import dev.seaworthy.validate.admission.podsecurity.SecurityDemand;
import dev.seaworthy.validate.admission.podsecurity.SecurityStandards;
import dev.seaworthy.validate.admission.podsecurity.SecurityWords;
import dev.seaworthy.validate.field.FieldError;
import dev.seaworthy.validate.field.Value;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Pods must meet the Pod Security Standards at the level that their namespace asks for; workloads
 * whose pods would not are let in with a warning.
 */
final class PodSecurity implements AdmissionPlugin {

  private static final Set<String> GROUPS_WITH_TEMPLATES = Set.of("", "apps", "batch");
  private static final List<String> CONTAINERS =
      List.of("containers", "initContainers", "ephemeralContainers");

  @Override
  public PluginName name() {
    return PluginName.POD_SECURITY;
  }

  @Override
  public boolean handles(AdmissionRequest request) {
    return GROUPS_WITH_TEMPLATES.contains(request.kind().group());
  }

  @Override
  public void validate(AdmissionRequest request, Objections objections) {
    if (request.isFor(NamespaceLifecycle.NAMESPACE)) {
      PodSecurityOfNamespace.validate(request, objections);
    } else if (!request.namespace().isEmpty() && mayHoldPod(request)) {
      NamespaceSecurity asked = asked(request);
      if (asked.enforce().asksAnything() || asked.warn().asksAnything()) {
        template(request.kind())
            .ifPresent(place -> judge(request, place.path(), asked, objections));
      }
    }
  }

  private static boolean mayHoldPod(AdmissionRequest request) {
    return request.object().get("spec").isPresent()
        || request.object().get("template").isPresent();
  }

  private static NamespaceSecurity asked(AdmissionRequest request) {
    Node labels = request
        .facts()
        .find(NamespaceLifecycle.NAMESPACE, "", request.namespace())
        .map(namespace -> namespace.at("metadata", "labels"))
        .orElse(Absent.INSTANCE);
    return NamespaceSecurity.of(labels, request.settings().podSecurity());
  }

  /** Kinds of one's own may hold pods too, but the server does not look into these. */
  private static Optional<PodTemplatePlace> template(GroupKind kind) {
    return KnownKinds.isBuiltIn(kind)
        ? KnownKinds.builtIn().traits(kind).podTemplate()
        : Optional.empty();
  }

  private void judge(
      AdmissionRequest request, FieldPath place, NamespaceSecurity asked, Objections objections) {
    Node pod = request.object().at(place);
    boolean isPod = request.isFor(AdmissionRequest.POD);
    if (pod.isAbsent() || (isPod && !isWorthALook(request))) {
      return;
    }
    Value value = Value.of(pod, place, Absent.INSTANCE);
    int release = request.request().release().minor();
    List<FieldError> enforced =
        isPod ? SecurityStandards.violations(asked.enforce(), release, value) : List.of();
    if (!enforced.isEmpty()) {
      objections.forbid(
          name(),
          standard(asked.enforce()),
          enforced,
          "violates " + standard(asked.enforce()) + ": "
              + SecurityWords.of(enforced, asked.enforce(), pod));
      return;
    }
    List<FieldError> warned = SecurityStandards.violations(asked.warn(), release, value);
    if (!warned.isEmpty()) {
      objections.warn(
          name(),
          place.child("spec"),
          "would violate " + standard(asked.warn()) + ": " + told(warned));
    }
  }

  static String standard(SecurityDemand demand) {
    return "PodSecurity \"" + demand + "\"";
  }

  private static String told(List<FieldError> violations) {
    return violations.stream()
        .map(one -> one.origin() + " (" + one.place() + " " + one.message() + ")")
        .collect(Collectors.joining(", "));
  }

  /** Of an update only new images and containers matter: nothing else of a pod can become worse. */
  private static boolean isWorthALook(AdmissionRequest request) {
    if (request.isCreate()) {
      return true;
    }
    Node before = request.previous().get("spec");
    for (String field : CONTAINERS) {
      if (hasNewImage(request.spec().get(field).items(), before.get(field).items())) {
        return true;
      }
    }
    return false;
  }

  private static boolean hasNewImage(List<Node> now, List<Node> before) {
    if (now.size() != before.size()) {
      return true;
    }
    for (int i = 0; i < now.size(); i++) {
      if (!now.get(i).get("image").sameAs(before.get(i).get("image"))) {
        return true;
      }
    }
    return false;
  }

  /** The pods of a namespace that is to ask for more are looked at; of those that fail it warns. */
  static List<FieldError> violations(Resource pod, SecurityDemand demand, int release) {
    return SecurityStandards.violations(demand, release, Value.root(pod.root(), Absent.INSTANCE));
  }
}
