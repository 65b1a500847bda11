package dev.seaworthy.simulate.kubectl;

import static dev.seaworthy.simulate.kubectl.Column.at;
import static dev.seaworthy.simulate.kubectl.Column.count;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.simulate.object.Conditions;
import dev.seaworthy.simulate.store.Kinds;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The tables of nodes and namespaces, and of what limits these. */
final class ClusterColumns {

  private static final String ROLE = "node-role.kubernetes.io/";

  private ClusterColumns() {}

  static Map<GroupKind, List<Column>> all() {
    return Map.of(
        Kinds.NODE, node(),
        Kinds.NAMESPACE, List.of(at("STATUS", "Active", "status", "phase"), Column.AGE),
        Kinds.RESOURCE_QUOTA, quota(),
        Kinds.LIMIT_RANGE, List.of(at("CREATED AT", "", "metadata", "creationTimestamp")),
        Kinds.PRIORITY_CLASS, priorityClass());
  }

  private static List<Column> node() {
    return List.of(
        new Column("STATUS", (node, sight) -> status(node)),
        new Column("ROLES", (node, sight) -> roles(node)),
        Column.AGE,
        at("VERSION", "", "status", "nodeInfo", "kubeletVersion"));
  }

  private static String status(Resource node) {
    String ready = Conditions.of(node).isTrue("Ready") ? "Ready" : "NotReady";
    return node.at("spec", "unschedulable").isTrue() ? ready + ",SchedulingDisabled" : ready;
  }

  private static String roles(Resource node) {
    String roles = node.labels().keySet().stream()
        .filter(label -> label.startsWith(ROLE))
        .map(label -> label.substring(ROLE.length()))
        .sorted()
        .collect(Collectors.joining(","));
    return roles.isEmpty() ? Column.NONE : roles;
  }

  private static List<Column> quota() {
    return List.of(
        new Column("REQUEST", (quota, sight) -> used(quota, false)),
        new Column("LIMIT", (quota, sight) -> used(quota, true)),
        Column.AGE);
  }

  private static String used(Resource quota, boolean limits) {
    Node used = quota.at("status", "used");
    return quota.at("status", "hard") instanceof Mapping hard
        ? hard.entries().stream()
            .filter(entry -> entry.key().startsWith("limits.") == limits)
            .map(entry ->
                entry.key() + ": " + text(used.get(entry.key())) + "/" + text(entry.value()))
            .sorted()
            .collect(Collectors.joining(", "))
        : "";
  }

  private static String text(Node quantity) {
    return quantity.asLong().map(String::valueOf).orElse(quantity.stringOr("0"));
  }

  private static List<Column> priorityClass() {
    return List.of(
        count("VALUE", "value"),
        new Column(
            "GLOBAL-DEFAULT",
            (it, sight) -> Boolean.toString(it.at("globalDefault").isTrue())),
        Column.AGE,
        at("PREEMPTIONPOLICY", "PreemptLowerPriority", "preemptionPolicy"));
  }
}
