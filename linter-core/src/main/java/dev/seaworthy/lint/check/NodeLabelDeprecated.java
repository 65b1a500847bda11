package dev.seaworthy.lint.check;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.diagnostic.Severity;
import dev.seaworthy.graph.InputObject;
import dev.seaworthy.graph.PathPattern;
import dev.seaworthy.graph.PodTemplate;
import dev.seaworthy.lint.CheckContext;
import dev.seaworthy.lint.Finding;
import dev.seaworthy.lint.ObjectCheck;
import dev.seaworthy.lint.Repair;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Labels of nodes under their old names, wherever nodes are chosen. */
final class NodeLabelDeprecated implements ObjectCheck {

  private static final String MASTER = "node-role.kubernetes.io/master";
  private static final String CONTROL_PLANE = "node-role.kubernetes.io/control-plane";

  private static final Map<String, String> RENAMED = Map.of(
      "beta.kubernetes.io/arch",
      "kubernetes.io/arch",
      "beta.kubernetes.io/os",
      "kubernetes.io/os",
      "beta.kubernetes.io/instance-type",
      "node.kubernetes.io/instance-type",
      "failure-domain.beta.kubernetes.io/region",
      "topology.kubernetes.io/region",
      "failure-domain.beta.kubernetes.io/zone",
      "topology.kubernetes.io/zone",
      MASTER,
      CONTROL_PLANE);

  private static final String REQUIRED = "requiredDuringSchedulingIgnoredDuringExecution";
  private static final String PREFERRED = "preferredDuringSchedulingIgnoredDuringExecution";

  /** Where values are names of labels, from a pod spec. */
  private static final List<PathPattern> OF_PODS = patterns(
      "affinity.nodeAffinity." + REQUIRED + ".nodeSelectorTerms[].matchExpressions[].key",
      "affinity.nodeAffinity." + PREFERRED + "[].preference.matchExpressions[].key",
      "affinity.podAffinity." + REQUIRED + "[].topologyKey",
      "affinity.podAffinity." + PREFERRED + "[].podAffinityTerm.topologyKey",
      "affinity.podAntiAffinity." + REQUIRED + "[].topologyKey",
      "affinity.podAntiAffinity." + PREFERRED + "[].podAffinityTerm.topologyKey",
      "topologySpreadConstraints[].topologyKey");

  /** The same, from an object of another kind. */
  private static final Map<GroupKind, List<PathPattern>> OF_KINDS = Map.of(
      GroupKind.of("", "PersistentVolume"),
      patterns("spec.nodeAffinity.required.nodeSelectorTerms[].matchExpressions[].key"),
      GroupKind.of("storage.k8s.io", "StorageClass"),
      patterns("allowedTopologies[].matchLabelExpressions[].key"),
      GroupKind.of("storage.k8s.io", "CSIStorageCapacity"),
      patterns("nodeTopology.matchExpressions[].key"));

  /** Where keys of a mapping are labels, from an object. */
  private static final Map<GroupKind, FieldPath> SELECTORS = Map.of(
      GroupKind.of("node.k8s.io", "RuntimeClass"),
      FieldPath.of("scheduling", "nodeSelector"),
      GroupKind.of("storage.k8s.io", "CSIStorageCapacity"),
      FieldPath.of("nodeTopology", "matchLabels"));

  private static List<PathPattern> patterns(String... texts) {
    return List.of(texts).stream().map(PathPattern::parse).toList();
  }

  @Override
  public List<Finding> check(InputObject object, CheckContext context) {
    List<Finding> findings = new ArrayList<>();
    object
        .template()
        .filter(template -> !object.isControlled())
        .ifPresent(template -> pods(template, findings));
    values(object, FieldPath.ROOT, OF_KINDS.getOrDefault(object.kind(), List.of()), findings);
    FieldPath selector = SELECTORS.get(object.kind());
    if (selector != null) {
      keys(object, selector, findings);
    }
    return findings;
  }

  private static void pods(PodTemplate template, List<Finding> findings) {
    keys(template.owner(), template.specPath().child("nodeSelector"), findings);
    values(template.owner(), template.specPath(), OF_PODS, findings);
    tolerations(template, findings);
  }

  private static void keys(InputObject object, FieldPath selector, List<Finding> findings) {
    for (Mapping.Entry entry : object.at(selector).entries()) {
      FieldPath place = selector.key(entry.key());
      tell(object, place, entry.key(), now -> Repair.inForm().rename(place, now), findings);
    }
  }

  private static void values(
      InputObject object, FieldPath start, List<PathPattern> patterns, List<Finding> findings) {
    for (PathPattern pattern : patterns) {
      for (FieldPath place : pattern.resolve(object.resource().root(), start)) {
        String label = object.at(place).text();
        tell(object, place, label, now -> Repair.inForm().put(place, Scalar.of(now)), findings);
      }
    }
  }

  private static void tell(
      InputObject object,
      FieldPath place,
      String label,
      Function<String, Repair> repair,
      List<Finding> findings) {
    String now = RENAMED.get(label);
    if (now != null) {
      Finding finding = Finding.at(
              object, place, "nodes are called " + label + " no more, but " + now)
          .withRemedy("Write " + now + ".");
      // Nodes of old clusters have the one label of the control plane, those of new ones the other.
      findings.add(label.equals(MASTER) ? finding : finding.withRepair(repair.apply(now)));
    }
  }

  /** Old clusters need the one, new ones the other: who tolerates both has thought of it. */
  private static void tolerations(PodTemplate template, List<Finding> findings) {
    List<Node> all = template.spec().get("tolerations").items();
    boolean both = all.stream().anyMatch(one -> one.get("key").text().equals(CONTROL_PLANE));
    for (int i = 0; i < all.size() && !both; i++) {
      if (all.get(i).get("key").text().equals(MASTER)) {
        FieldPath place = template.specPath().child("tolerations").index(i).child("key");
        findings.add(Finding.at(
                template.owner(),
                place,
                "nodes of the control plane have the taint " + CONTROL_PLANE)
            .withSeverity(Severity.INFO)
            .withRemedy("Tolerate both, or " + CONTROL_PLANE + " alone."));
      }
    }
  }
}
