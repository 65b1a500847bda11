package dev.seaworthy.lint.check;

import dev.seaworthy.graph.PodTemplate;
import dev.seaworthy.lint.CheckContext;
import dev.seaworthy.lint.Finding;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.manifest.Mapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** AppArmor profiles that confine nothing, in the field or in the annotation of old. */
final class PodApparmorNotAllowed implements PodCheck {

  static final String ANNOTATION = "container.apparmor.security.beta.kubernetes.io/";

  private static final Set<String> CONFINING = Set.of("RuntimeDefault", "Localhost");

  @Override
  public List<Finding> check(PodTemplate template, CheckContext context) {
    List<Finding> findings = new ArrayList<>();
    annotations(template, findings);
    for (FieldPath security : SecurityContexts.all(template)) {
      FieldPath profile = security.child("appArmorProfile");
      String type = template.owner().at(profile).get("type").text();
      if (template.owner().at(profile).isPresent() && !CONFINING.contains(type)) {
        findings.add(finding(template, profile.child("type"), type));
      }
    }
    return findings;
  }

  private static void annotations(PodTemplate template, List<Finding> findings) {
    FieldPath annotations = template.path().child("metadata").child("annotations");
    for (Mapping.Entry entry : template.metadata().get("annotations").entries()) {
      String profile = entry.value().text();
      boolean confines = profile.isEmpty()
          || profile.equals("runtime/default")
          || profile.startsWith("localhost/");
      if (entry.key().startsWith(ANNOTATION) && !confines) {
        findings.add(finding(template, annotations.key(entry.key()), profile));
      }
    }
  }

  private static Finding finding(PodTemplate template, FieldPath place, String profile) {
    return Finding.at(
        template.owner(), place, "the AppArmor profile is " + profile + ", which confines nothing");
  }
}
