package dev.seaworthy.simulate.kubectl;

import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.simulate.object.Meta;
import dev.seaworthy.simulate.store.ClusterView;
import dev.seaworthy.simulate.store.Kinds;
import java.util.List;
import java.util.stream.Collectors;

/** The description of a Deployment, down to its events. */
final class DeploymentDescription {

  private static final String REVISION = "deployment.kubernetes.io/revision";

  private final Resource deployment;
  private final ClusterView view;
  private final TabbedText text;

  DeploymentDescription(Resource deployment, ClusterView view, TabbedText text) {
    this.deployment = deployment;
    this.view = view;
    this.text = text;
  }

  void write() {
    text.field(0, "Name", deployment.name());
    text.field(0, "Namespace", deployment.namespace());
    text.field(
        0, "CreationTimestamp", Ages.written(deployment.at("metadata", "creationTimestamp")));
    text.field(0, "Labels", Description.pairs(deployment.labels()));
    text.field(0, "Annotations", Description.annotations(deployment));
    text.field(0, "Selector", Selections.of(deployment.at("spec", "selector")));
    text.field(0, "Replicas", replicas());
    strategy();
    new TemplateDescription(text).write(deployment.at("spec", "template"));
    conditions();
    replicaSets();
  }

  private String count(String field) {
    return Column.text(deployment, "0", "status", field);
  }

  private String replicas() {
    return "%s desired | %s updated | %s total | %s available | %s unavailable"
        .formatted(
            Column.text(deployment, "1", "spec", "replicas"),
            count("updatedReplicas"),
            count("replicas"),
            count("availableReplicas"),
            count("unavailableReplicas"));
  }

  private void strategy() {
    Node strategy = deployment.at("spec", "strategy");
    text.field(0, "StrategyType", strategy.get("type").text());
    text.field(0, "MinReadySeconds", Column.text(deployment, "0", "spec", "minReadySeconds"));
    Node rolling = strategy.get("rollingUpdate");
    if (rolling.isPresent()) {
      text.field(
          0,
          "RollingUpdateStrategy",
          amount(rolling.get("maxUnavailable")) + " max unavailable, "
              + amount(rolling.get("maxSurge")) + " max surge");
    }
  }

  private static String amount(Node countOrPercent) {
    return countOrPercent.asLong().map(String::valueOf).orElse(countOrPercent.text());
  }

  private void conditions() {
    List<Node> conditions = deployment.at("status", "conditions").items();
    if (conditions.isEmpty()) {
      return;
    }
    text.line(0, "Conditions:");
    text.line(1, "Type\tStatus\tReason");
    text.line(1, "----\t------\t------");
    conditions.forEach(condition -> text.line(
        1,
        condition.get("type").text() + " \t" + condition.get("status").text() + "\t"
            + condition.get("reason").text()));
  }

  private void replicaSets() {
    List<Resource> all = view.ownedBy(Meta.uid(deployment), Kinds.REPLICA_SET);
    String revision = deployment.annotations().getOrDefault(REVISION, "");
    text.field(
        0,
        "OldReplicaSets",
        words(all.stream().filter(set -> !isOf(revision, set)).toList()));
    text.field(
        0,
        "NewReplicaSet",
        words(all.stream().filter(set -> isOf(revision, set)).toList()));
  }

  private static boolean isOf(String revision, Resource set) {
    return set.annotations().getOrDefault(REVISION, "").equals(revision);
  }

  private static String words(List<Resource> sets) {
    String words = sets.stream()
        .map(set -> "%s (%s/%s replicas created)"
            .formatted(
                set.name(),
                Column.text(set, "0", "status", "replicas"),
                Column.text(set, "0", "spec", "replicas")))
        .collect(Collectors.joining(", "));
    return words.isEmpty() ? Column.NONE : words;
  }
}
