package dev.seaworthy.lint.check;

import dev.seaworthy.api.selector.LabelSelector;
import dev.seaworthy.graph.InputObject;
import dev.seaworthy.graph.PodTemplate;
import dev.seaworthy.lint.Finding;
import dev.seaworthy.lint.RelationCheck;
import dev.seaworthy.lint.RelationContext;
import dev.seaworthy.lint.Repair;
import dev.seaworthy.lint.Wildcard;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Scalar;
import java.util.List;
import java.util.stream.Stream;

/** Workloads of which all pods may end up on one node. */
final class WorkloadReplicasNotSpread implements RelationCheck {

  private static final String HOSTNAME = "kubernetes.io/hostname";

  @Override
  public List<Finding> check(InputObject workload, RelationContext context) {
    long replicas = context.graph().scaling().highestReplicas(workload);
    boolean asked = replicas >= context.parameter("minReplicas").longOr(2)
        && !context.parameter("clusterDefaults").isTrue();
    return workload
        .template()
        .filter(template -> asked && !isSpread(template, context))
        .map(template -> List.of(finding(template, replicas)))
        .orElse(List.of());
  }

  private static boolean isSpread(PodTemplate template, RelationContext context) {
    List<String> keys = context.texts("topologyKeys");
    String namespace = context.graph().namespaceOf(template.owner());
    return terms(template)
            .anyMatch(term -> separates(term, template, keys) && isAbout(namespace, term))
        || template.spec().get("topologySpreadConstraints").items().stream()
            .anyMatch(constraint -> separates(constraint, template, keys));
  }

  /** What the pods keep away from, whether they must or would like to. */
  private static Stream<Node> terms(PodTemplate template) {
    Node affinity = template.spec().at("affinity", "podAntiAffinity");
    return Stream.concat(
        affinity.get("requiredDuringSchedulingIgnoredDuringExecution").items().stream(),
        affinity.get("preferredDuringSchedulingIgnoredDuringExecution").items().stream()
            .map(preferred -> preferred.get("podAffinityTerm")));
  }

  /** Whether the pods themselves count, and a key that names different machines. */
  private static boolean separates(Node term, PodTemplate template, List<String> keys) {
    String key = term.get("topologyKey").text();
    return keys.stream().anyMatch(pattern -> Wildcard.matches(pattern, key))
        && LabelSelector.of(term.get("labelSelector")).matches(template.labels());
  }

  /** Without a word about namespaces it is the pods' own; of other choices their labels decide. */
  private static boolean isAbout(String namespace, Node term) {
    List<Node> names = term.get("namespaces").items();
    return names.isEmpty()
        || namespace.isEmpty()
        || term.get("namespaceSelector").isPresent()
        || names.stream().anyMatch(name -> name.text().equals(namespace));
  }

  private static Finding finding(PodTemplate template, long replicas) {
    FieldPath affinity = template.specPath().child("affinity");
    FieldPath constraints = template.specPath().child("topologySpreadConstraints");
    InputObject owner = template.owner();
    FieldPath place = owner.at(affinity).isPresent()
        ? affinity
        : owner.at(constraints).isPresent() ? constraints : template.specPath();
    Finding finding = Finding.at(
        owner, place, "all " + replicas + " pods may run on one node, and are gone with it");
    // Of each key there is but one such constraint.
    boolean isTaken = owner.at(constraints).items().stream()
        .anyMatch(constraint -> constraint.get("topologyKey").text().equals(HOSTNAME));
    FieldPath next = constraints.index(owner.at(constraints).size());
    return isTaken ? finding : finding.withRepair(Repair.inMeaning().put(next, spread(template)));
  }

  private static Node spread(PodTemplate template) {
    Node selected = template.owner().at(FieldPath.of("spec", "selector", "matchLabels"));
    Node labels = selected.size() > 0 ? selected : Mapping.ofStrings(template.labels());
    return Mapping.of(
        "maxSkew",
        Scalar.of(1),
        "topologyKey",
        Scalar.of(HOSTNAME),
        "whenUnsatisfiable",
        Scalar.of("ScheduleAnyway"),
        "labelSelector",
        Mapping.of("matchLabels", labels));
  }
}
