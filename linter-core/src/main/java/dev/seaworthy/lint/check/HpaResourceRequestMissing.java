package dev.seaworthy.lint.check;

import dev.seaworthy.diagnostic.NearestName;
import dev.seaworthy.graph.Container;
import dev.seaworthy.graph.InputObject;
import dev.seaworthy.graph.PodTemplate;
import dev.seaworthy.graph.ResourceGraph;
import dev.seaworthy.lint.Finding;
import dev.seaworthy.lint.RelationCheck;
import dev.seaworthy.lint.RelationContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Autoscalers that compare with requests that a container does not make: the metric fails then. */
final class HpaResourceRequestMissing implements RelationCheck {

  @Override
  public List<Finding> check(InputObject autoscaler, RelationContext context) {
    ResourceGraph graph = context.graph();
    Optional<PodTemplate> pods = graph.referencesOf(autoscaler).stream()
        .flatMap(target -> graph.find(target).stream())
        .flatMap(workload -> workload.template().stream())
        .findFirst();
    List<Finding> findings = new ArrayList<>();
    pods.ifPresent(template -> HpaMetric.of(autoscaler)
        .forEach(metric -> check(autoscaler, metric, template, graph, findings)));
    return findings;
  }

  private static void check(
      InputObject autoscaler,
      HpaMetric metric,
      PodTemplate pods,
      ResourceGraph graph,
      List<Finding> findings) {
    List<Container> all = pods.containers().stream().filter(Container::staysUp).toList();
    List<Container> counted = all.stream()
        .filter(container -> metric.container().stream().allMatch(container.name()::equals))
        .toList();
    if (counted.isEmpty() && metric.container().isPresent()) {
      findings.add(unknown(autoscaler, metric, metric.container().get(), all));
    }
    counted.stream()
        .filter(container ->
            EffectiveRequest.request(container, pods, metric.resource(), graph).isAbsent())
        .findFirst()
        .ifPresent(container -> findings.add(finding(autoscaler, metric, container, pods)));
  }

  private static Finding unknown(
      InputObject autoscaler, HpaMetric metric, String name, List<Container> all) {
    String near = NearestName.to(name, all.stream().map(Container::name).toList())
        .map(other -> "; there is '" + other + "'")
        .orElse("");
    return Finding.at(
        autoscaler,
        metric.path().child("containerResource").child("container"),
        "the pods have no container '" + name + "'" + near);
  }

  private static Finding finding(
      InputObject autoscaler, HpaMetric metric, Container container, PodTemplate pods) {
    return Finding.at(
            autoscaler,
            metric.path(),
            "container '" + container.name() + "' of " + pods.owner().kind().kind() + " "
                + pods.owner().name() + " requests no " + metric.resource()
                + ", so there is nothing to compare with")
        .related(pods.owner(), container.path().child("resources"), "needs a request");
  }
}
