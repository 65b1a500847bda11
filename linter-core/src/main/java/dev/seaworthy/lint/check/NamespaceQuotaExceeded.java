package dev.seaworthy.lint.check;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.api.ObjectKey;
import dev.seaworthy.api.ResourceNames;
import dev.seaworthy.api.quantity.Quantity;
import dev.seaworthy.graph.Container;
import dev.seaworthy.graph.InputObject;
import dev.seaworthy.graph.PodTemplate;
import dev.seaworthy.graph.ResourceGraph;
import dev.seaworthy.lint.Finding;
import dev.seaworthy.lint.RelationCheck;
import dev.seaworthy.lint.RelationContext;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.manifest.Mapping;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Quotas that what the input has of their namespace does not fit into. */
final class NamespaceQuotaExceeded implements RelationCheck {

  private static final FieldPath HARD = FieldPath.of("spec", "hard");
  private static final String COUNT = "count/";
  private static final String BINARY = "KMGTPE";

  /** Entries that count objects under a name of their own. */
  private static final Map<String, GroupKind> COUNTED = Map.of(
      "services", GroupKind.of("", "Service"),
      "configmaps", GroupKind.of("", "ConfigMap"),
      "secrets", GroupKind.of("", "Secret"),
      "persistentvolumeclaims", GroupKind.of("", "PersistentVolumeClaim"),
      "replicationcontrollers", GroupKind.of("", "ReplicationController"));

  @Override
  public List<Finding> check(InputObject quota, RelationContext context) {
    ResourceGraph graph = context.graph();
    List<PodTemplate> pods = graph.pods().templatesIn(graph.namespaceOf(quota)).stream()
        .filter(template -> !template.owner().isControlled())
        .filter(template -> QuotaScope.includes(quota.resource().at("spec"), template))
        .toList();
    List<Finding> findings = new ArrayList<>();
    for (Mapping.Entry entry : quota.at(HARD).entries()) {
      Optional<Quantity> hard = Quantity.of(entry.value());
      hard.flatMap(most -> check(quota, entry.key(), most, pods, graph)).ifPresent(findings::add);
    }
    return findings;
  }

  private static Optional<Finding> check(
      InputObject quota, String entry, Quantity hard, List<PodTemplate> pods, ResourceGraph graph) {
    Optional<QuotaDemand> demand = QuotaDemand.of(entry);
    if (demand.isPresent()) {
      return missing(quota, entry, demand.get(), pods, graph)
          .or(() -> exceeded(quota, entry, hard, sum(each(demand.get(), graph), pods, graph)));
    }
    BigDecimal count = entry.equals("pods")
        ? sum(
            template -> BigDecimal.valueOf(QuotaDemand.countOf(template.owner(), graph)),
            pods,
            graph)
        : BigDecimal.valueOf(countOfObjects(entry, graph.namespaceOf(quota), graph));
    return exceeded(quota, entry, hard, count);
  }

  private static Function<PodTemplate, BigDecimal> each(QuotaDemand demand, ResourceGraph graph) {
    return template -> demand.of(template, QuotaDemand.countOf(template.owner(), graph), graph);
  }

  /** Of several editions of one object the cluster has one; the one that needs most is counted. */
  private static BigDecimal sum(
      Function<PodTemplate, BigDecimal> amount, List<PodTemplate> pods, ResourceGraph graph) {
    Map<ObjectKey, BigDecimal> byObject = new HashMap<>();
    pods.forEach(template ->
        byObject.merge(graph.keyOf(template.owner()), amount.apply(template), BigDecimal::max));
    return byObject.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static long countOfObjects(String entry, String namespace, ResourceGraph graph) {
    return kindOf(entry).stream()
        .flatMap(graph::ofKind)
        .filter(object -> graph.namespaceOf(object).equals(namespace))
        .map(graph::keyOf)
        .distinct()
        .count();
  }

  /** {@code count/deployments.apps} is about Deployments. */
  private static Optional<GroupKind> kindOf(String entry) {
    if (!entry.startsWith(COUNT)) {
      return Optional.ofNullable(COUNTED.get(entry));
    }
    String resource = entry.substring(COUNT.length());
    int dot = resource.indexOf('.');
    String group = dot < 0 ? "" : resource.substring(dot + 1);
    return ResourceNames.builtIn()
        .find(group, dot < 0 ? resource : resource.substring(0, dot))
        .map(known -> GroupKind.of(group, known.kind()));
  }

  private static Optional<Finding> missing(
      InputObject quota,
      String entry,
      QuotaDemand demand,
      List<PodTemplate> pods,
      ResourceGraph graph) {
    for (PodTemplate template : pods) {
      Optional<Container> without = demand.firstWithout(template, graph);
      if (without.isPresent()) {
        InputObject owner = template.owner();
        return Optional.of(Finding.at(
                quota,
                HARD.key(entry),
                "pods of " + owner.kind().kind() + " " + owner.name() + " are refused: container '"
                    + without.get().name() + "' says nothing of " + entry)
            .withRemedy("Give the container a value, or the namespace a LimitRange with a default.")
            .related(owner, without.get().path().child("resources"), "lacks a value"));
      }
    }
    return Optional.empty();
  }

  /** In the unit of {@code hard} where it comes out even: 2304Mi beside 1Gi. */
  private static String amount(BigDecimal needed, Quantity hard) {
    String whole = needed.stripTrailingZeros().toPlainString();
    boolean isBinary = hard.canonical().endsWith("i");
    for (int power = BINARY.length() - 1; isBinary && power >= 0; power--) {
      BigDecimal[] parts = needed.divideAndRemainder(BigDecimal.valueOf(1024).pow(power + 1));
      if (parts[1].signum() == 0) {
        return parts[0].toBigInteger().toString() + BINARY.charAt(power) + "i";
      }
    }
    return whole;
  }

  private static Optional<Finding> exceeded(
      InputObject quota, String entry, Quantity hard, BigDecimal needed) {
    return needed.compareTo(hard.value()) <= 0
        ? Optional.empty()
        : Optional.of(Finding.at(
            quota,
            HARD.key(entry),
            "what the input has of the namespace needs " + amount(needed, hard) + " of " + entry
                + ", more than " + hard));
  }
}
