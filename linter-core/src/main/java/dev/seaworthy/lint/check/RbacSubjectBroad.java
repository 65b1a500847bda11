package dev.seaworthy.lint.check;

import dev.seaworthy.diagnostic.Severity;
import dev.seaworthy.graph.InputObject;
import dev.seaworthy.lint.CheckContext;
import dev.seaworthy.lint.Finding;
import dev.seaworthy.lint.ObjectCheck;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.manifest.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Bindings that give a role to everybody. */
final class RbacSubjectBroad implements ObjectCheck {

  private static final FieldPath SUBJECTS = FieldPath.of("subjects");

  /** What Kubernetes itself gives to everybody. */
  private static final Set<String> HARMLESS = Set.of(
      "system:public-info-viewer",
      "system:discovery",
      "system:basic-user",
      "system:service-account-issuer-discovery");

  private static final Set<String> STRANGERS = Set.of("system:anonymous", "system:unauthenticated");
  private static final Set<String> KNOWN = Set.of("system:authenticated", "system:serviceaccounts");

  @Override
  public List<Finding> check(InputObject binding, CheckContext context) {
    List<Finding> findings = new ArrayList<>();
    if (HARMLESS.contains(binding.resource().at("roleRef", "name").text())) {
      return findings;
    }
    for (int i = 0; i < binding.at(SUBJECTS).size(); i++) {
      Node subject = binding.at(SUBJECTS.index(i));
      String name = subject.get("name").text();
      FieldPath place = SUBJECTS.index(i);
      if (subject.get("kind").text().equals("ServiceAccount")) {
        continue;
      }
      if (STRANGERS.contains(name)) {
        findings.add(Finding.at(binding, place, "anybody at all gets this role, without a name"));
      } else if (KNOWN.contains(name)) {
        findings.add(Finding.at(binding, place, "'" + name + "' is everybody in the cluster")
            .withSeverity(Severity.WARNING));
      }
    }
    return findings;
  }
}
