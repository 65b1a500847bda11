package dev.seaworthy.lint.check;

import dev.seaworthy.diagnostic.Severity;
import dev.seaworthy.graph.Container;
import dev.seaworthy.graph.InputObject;
import dev.seaworthy.graph.PodTemplate;
import dev.seaworthy.lint.CheckContext;
import dev.seaworthy.lint.Finding;
import dev.seaworthy.lint.ObjectCheck;
import dev.seaworthy.lint.Repair;
import dev.seaworthy.lint.RuleProfile;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.manifest.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Environment variables that a container sets twice; the later one wins. */
final class ContainerEnvDuplicate implements ObjectCheck {

  @Override
  public List<Finding> check(InputObject object, CheckContext context) {
    List<Finding> findings = new ArrayList<>();
    for (Container container : object.template().map(PodTemplate::containers).orElse(List.of())) {
      check(object, container, context, findings);
    }
    return findings;
  }

  private static void check(
      InputObject object, Container container, CheckContext context, List<Finding> findings) {
    List<Node> entries = container.node().get("env").items();
    FieldPath list = container.path().child("env");
    Map<String, FieldPath> seen = new HashMap<>();
    for (int i = 0; i < entries.size(); i++) {
      String name = entries.get(i).get("name").text();
      FieldPath place = list.index(i).child("name");
      FieldPath first = seen.putIfAbsent(name, place);
      if (first != null && !name.isEmpty()) {
        Finding finding = Finding.at(
                object, place, name + " is set again; the container sees the last value only")
            .related(object, first, "set here first");
        if (extendsItself(entries.get(i))) {
          addExtending(finding, context, findings);
        } else {
          Repair repair = Repair.inMeaning().remove(first.parent().orElseThrow());
          findings.add(finding.withRepair(repair));
        }
      }
    }
  }

  /** {@code PATH=$(PATH):/more} is the documented way to add to a value. */
  private static boolean extendsItself(Node entry) {
    String reference = "$(" + entry.get("name").text() + ")";
    String value = entry.get("value").text();
    return value.contains(reference) && value.length() > reference.length();
  }

  private static void addExtending(Finding finding, CheckContext context, List<Finding> findings) {
    if (context.settings().profile() == RuleProfile.STRICT) {
      findings.add(finding.withSeverity(Severity.INFO));
    }
  }
}
