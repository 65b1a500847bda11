package dev.seaworthy.lint.check;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.graph.InputObject;
import dev.seaworthy.graph.PodTemplate;
import dev.seaworthy.lint.Finding;
import dev.seaworthy.lint.RelationCheck;
import dev.seaworthy.lint.RelationContext;
import dev.seaworthy.manifest.Absent;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.validate.admission.podsecurity.NamespaceSecurity;
import dev.seaworthy.validate.admission.podsecurity.SecurityDemand;
import dev.seaworthy.validate.admission.podsecurity.SecurityLevel;
import dev.seaworthy.validate.admission.podsecurity.SecurityStandards;
import dev.seaworthy.validate.field.FieldError;
import dev.seaworthy.validate.field.Value;
import java.util.ArrayList;
import java.util.List;

/** Pods that do not meet the level of Pod Security which their namespace, in the input, enforces. */
final class NamespacePodSecurityViolated implements RelationCheck {

  private static final GroupKind NAMESPACE = GroupKind.of("", "Namespace");
  private static final FieldPath LABEL =
      FieldPath.of("metadata", "labels").key("pod-security.kubernetes.io/enforce");

  @Override
  public List<Finding> check(InputObject object, RelationContext context) {
    String namespace = context.graph().namespaceOf(object);
    return context
        .graph()
        .findFirst(NAMESPACE, "", namespace)
        .filter(found -> !namespace.isEmpty())
        .flatMap(found -> object.template().map(template -> check(template, found, context)))
        .orElse(List.of());
  }

  private static List<Finding> check(
      PodTemplate template, InputObject namespace, RelationContext context) {
    Node labels = namespace.resource().at("metadata", "labels");
    SecurityDemand demand =
        NamespaceSecurity.of(labels, SecurityLevel.PRIVILEGED).enforce();
    Node pod = template.owner().at(template.path());
    Value value = Value.of(pod, template.path(), Absent.INSTANCE);
    List<Finding> findings = new ArrayList<>();
    for (FieldError violation :
        SecurityStandards.violations(demand, context.own().release().minor(), value)) {
      findings.add(finding(template, namespace, demand, violation));
    }
    return findings;
  }

  private static Finding finding(
      PodTemplate template, InputObject namespace, SecurityDemand demand, FieldError violation) {
    String what = template.path().isRoot() ? "this Pod" : "each pod of this " + kind(template);
    String message = "the namespace " + namespace.name() + " enforces " + demand + " and refuses "
        + what + ": " + violation.field().lastStep() + " " + violation.message();
    return Finding.at(template.owner(), violation.field(), message)
        .related(namespace, LABEL, "the label that asks for it");
  }

  private static String kind(PodTemplate template) {
    return template.owner().kind().kind();
  }
}
