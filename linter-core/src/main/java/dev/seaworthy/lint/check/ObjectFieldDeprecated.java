package dev.seaworthy.lint.check;

import dev.seaworthy.diagnostic.Severity;
import dev.seaworthy.graph.InputObject;
import dev.seaworthy.graph.PathPattern;
import dev.seaworthy.graph.PodTemplate;
import dev.seaworthy.lint.CheckContext;
import dev.seaworthy.lint.Finding;
import dev.seaworthy.lint.ObjectCheck;
import dev.seaworthy.lint.Repair;
import dev.seaworthy.lint.RuleProfile;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.manifest.Node;
import java.util.ArrayList;
import java.util.List;

/** Fields that the server takes and nobody should write any more. */
final class ObjectFieldDeprecated implements ObjectCheck {

  /** What a cluster writes; a null and an empty mapping are what generators leave of it. */
  private static final List<String> OF_CLUSTER = List.of(
      "selfLink", "uid", "resourceVersion", "generation", "creationTimestamp", "managedFields");

  @Override
  public List<Finding> check(InputObject object, CheckContext context) {
    List<Finding> findings = new ArrayList<>();
    object
        .template()
        .filter(template -> !object.isControlled())
        .ifPresent(template -> serviceAccount(template, findings));
    DeprecatedParts.fields().of(object, context).forEach(part -> check(part, object, findings));
    if (context.isProfile(RuleProfile.STRICT)) {
      ofCluster(object, findings);
    }
    List<String> ignored = context.texts("ignore");
    findings.removeIf(finding -> ignored.contains(finding.path().toString()));
    return findings;
  }

  private static void check(DeprecatedPart part, InputObject object, List<Finding> findings) {
    FieldPath start = part.isOfPod()
        ? object.template().map(PodTemplate::specPath).orElseThrow()
        : FieldPath.ROOT;
    PathPattern path = part.path().orElseThrow();
    for (PathPattern.Place at : path.places(object.at(start), start)) {
      if (part.value().isEmpty() || at.value().text().equals(part.value())) {
        FieldPath place = at.path();
        String named = part.value().isEmpty() ? place.lastStep() : part.value();
        findings.add(Finding.at(object, place, part.message(named)).withRemedy(part.remedy()));
      }
    }
  }

  /** The server copies each of the two names into the other, and the newer one counts. */
  private static void serviceAccount(PodTemplate template, List<Finding> findings) {
    Node old = template.spec().get("serviceAccount");
    String now = template.spec().get("serviceAccountName").text();
    FieldPath place = template.specPath().child("serviceAccount");
    if (old.text().isEmpty() || old.text().equals(now)) {
      return;
    }
    if (now.isEmpty()) {
      findings.add(
          Finding.at(template.owner(), place, "serviceAccount is an old name of serviceAccountName")
              .withRemedy("Write serviceAccountName.")
              .withRepair(Repair.inForm().rename(place, "serviceAccountName")));
    } else {
      findings.add(Finding.at(
              template.owner(),
              place,
              "'" + old.text() + "' is not heeded: serviceAccountName is '" + now + "'")
          .withSeverity(Severity.ERROR)
          .withRemedy("Remove serviceAccount.")
          .withRepair(Repair.inForm().remove(place))
          .related(
              template.owner(), template.specPath().child("serviceAccountName"), "this counts"));
    }
  }

  private static void ofCluster(InputObject object, List<Finding> findings) {
    FieldPath metadata = FieldPath.of("metadata");
    for (String field : OF_CLUSTER) {
      if (object.at(metadata.child(field)).isPresent()) {
        findings.add(ofCluster(object, metadata.child(field)));
      }
    }
    if (object.resource().at("status").size() > 0) {
      findings.add(ofCluster(object, FieldPath.of("status")));
    }
  }

  private static Finding ofCluster(InputObject object, FieldPath place) {
    return Finding.at(object, place, place.lastStep() + " is written by the cluster")
        .withSeverity(Severity.INFO)
        .withRemedy("Remove it.");
  }
}
