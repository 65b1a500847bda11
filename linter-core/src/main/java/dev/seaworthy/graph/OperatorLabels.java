package dev.seaworthy.graph;

import dev.seaworthy.api.selector.LabelSelector;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Labels that an operator gives to pods that it makes: their keys lie in the domain of its own kinds,
 * as {@code ray.io/cluster} does beside a RayCluster of {@code ray.io}. No manifest has these pods.
 *
 * @param groups the API groups of custom kinds that the input defines or uses
 */
public record OperatorLabels(Set<String> groups) {

  /** Kubernetes' own domains: labels in these say nothing of who sets them. */
  private static final Set<String> OF_KUBERNETES = Set.of("kubernetes.io", "k8s.io");

  /** What an operator manages it has made, whether its kinds are here or not. */
  private static final String MANAGED_BY = "app.kubernetes.io/managed-by";

  /** Whether {@code selector} asks for such a label. */
  public static boolean areIn(LabelSelector selector, ResourceGraph graph) {
    OperatorLabels known = graph.derivedOfAll(OperatorLabels.class, OperatorLabels::of);
    Map<String, String> labels = selector.equalities();
    return labels.getOrDefault(MANAGED_BY, "").endsWith("-operator")
        || labels.keySet().stream().anyMatch(known::isOne)
        || selector.requirements().stream().anyMatch(asked -> known.isOne(asked.key()));
  }

  private static OperatorLabels of(ResourceGraph graph) {
    Set<String> groups = new HashSet<>();
    for (InputObject object : graph.objects()) {
      String defined = object.resource().at("spec", "group").text();
      boolean defines = object.kind().kind().equals("CustomResourceDefinition");
      addWithDomains(defines ? defined : object.kind().group(), groups);
    }
    return new OperatorLabels(groups);
  }

  /** {@code kafka.strimzi.io}, and {@code strimzi.io} in which it lies. */
  private static void addWithDomains(String group, Set<String> groups) {
    String domain = group;
    while (domain.indexOf('.') > 0) {
      groups.add(domain);
      domain = domain.substring(domain.indexOf('.') + 1);
    }
  }

  private boolean isOne(String label) {
    int slash = label.indexOf('/');
    return slash > 0 && isOperators(label.substring(0, slash));
  }

  private boolean isOperators(String domain) {
    return groups.contains(domain)
        && OF_KUBERNETES.stream()
            .noneMatch(own -> domain.equals(own) || domain.endsWith("." + own));
  }
}
