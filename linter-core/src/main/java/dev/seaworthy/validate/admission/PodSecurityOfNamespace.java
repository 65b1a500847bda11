package dev.seaworthy.validate.admission;

import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.validate.admission.podsecurity.NamespaceSecurity;
import dev.seaworthy.validate.admission.podsecurity.SecurityDemand;
import dev.seaworthy.validate.field.FieldError;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A namespace that comes to ask more of its pods: it warns of those that are there already. */
final class PodSecurityOfNamespace {

  private static final FieldPath ENFORCE =
      FieldPath.of("metadata", "labels").key("pod-security.kubernetes.io/enforce");

  private PodSecurityOfNamespace() {}

  static void validate(AdmissionRequest request, Objections objections) {
    if (request.isCreate()) {
      return;
    }
    SecurityDemand now = enforced(request, request.object());
    SecurityDemand before = enforced(request, request.previous());
    boolean isRelaxed =
        now.minor() == before.minor() && !now.level().isStricterThan(before.level());
    if (now.asksAnything() && !isRelaxed) {
      warn(request, now, objections);
    }
  }

  private static SecurityDemand enforced(AdmissionRequest request, Node namespace) {
    Node labels = namespace.at("metadata", "labels");
    return NamespaceSecurity.of(labels, request.settings().podSecurity()).enforce();
  }

  private static void warn(AdmissionRequest request, SecurityDemand now, Objections objections) {
    String name = request.object().at("metadata", "name").text();
    int release = request.request().release().minor();
    Map<String, List<String>> podsByReason = new TreeMap<>();
    for (Resource pod : request.facts().list(AdmissionRequest.POD, name)) {
      List<FieldError> violations = PodSecurity.violations(pod, now, release);
      if (!violations.isEmpty()) {
        podsByReason
            .computeIfAbsent(reason(violations), reason -> new ArrayList<>())
            .add(pod.name());
      }
    }
    if (!podsByReason.isEmpty()) {
      String standard = PodSecurity.standard(now);
      warn(objections, "pods of the namespace violate " + standard + " already");
      podsByReason.forEach((reason, pods) -> warn(objections, words(pods) + ": " + reason));
    }
  }

  private static void warn(Objections objections, String message) {
    objections.warn(PluginName.POD_SECURITY, ENFORCE, message);
  }

  private static String reason(List<FieldError> violations) {
    return violations.stream().map(FieldError::origin).distinct().collect(Collectors.joining(", "));
  }

  private static String words(List<String> pods) {
    String first = pods.stream().min(String::compareTo).orElse("");
    return switch (pods.size()) {
      case 1 -> first;
      case 2 -> first + " (and 1 other pod)";
      default -> first + " (and " + (pods.size() - 1) + " other pods)";
    };
  }
}
