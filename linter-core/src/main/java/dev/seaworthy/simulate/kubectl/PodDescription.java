package dev.seaworthy.simulate.kubectl;

import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.simulate.object.Conditions;
import dev.seaworthy.simulate.object.Meta;
import dev.seaworthy.simulate.object.Pod;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The description of a pod, down to its events. */
final class PodDescription {

  private final Resource pod;
  private final TabbedText text;

  PodDescription(Resource pod, TabbedText text) {
    this.pod = pod;
    this.text = text;
  }

  void write() {
    head();
    status();
    resources();
    containers("Init Containers", "initContainers", "initContainerStatuses");
    containers("Containers", "containers", "containerStatuses");
    gates();
    conditions();
    new VolumeDescriptions(text, 0).write(pod.at("spec", "volumes"));
    text.field(0, "QoS Class", QosClass.of(pod));
    text.field(0, "Node-Selectors", Description.pairs(nodeSelector()));
    text.field(0, "Tolerations", TolerationWords.of(pod.at("spec", "tolerations")));
    spread();
  }

  private void spread() {
    List<String> constraints = pod.at("spec", "topologySpreadConstraints").items().stream()
        .sorted(Comparator.comparing(one -> one.get("topologyKey").text()))
        .map(PodDescription::constraint)
        .toList();
    if (!constraints.isEmpty()) {
      text.field(0, "Topology Spread Constraints", constraints);
    }
  }

  private static String constraint(Node one) {
    String selector = one.get("labelSelector").isPresent()
        ? " for selector " + Selections.of(one.get("labelSelector"))
        : "";
    return "%s:%s when max skew %d is exceeded%s"
        .formatted(
            one.get("topologyKey").text(),
            one.get("whenUnsatisfiable").text(),
            one.get("maxSkew").longOr(1),
            selector);
  }

  private Map<String, String> nodeSelector() {
    return pod.at("spec", "nodeSelector") instanceof Mapping labels ? labels.strings() : Map.of();
  }

  private void head() {
    text.field(0, "Name", pod.name());
    text.field(0, "Namespace", pod.namespace());
    text.field(0, "Priority", Column.text(pod, "0", "spec", "priority"));
    optional("Priority Class Name", "spec", "priorityClassName");
    optional("Runtime Class Name", "spec", "runtimeClassName");
    optional("Service Account", "spec", "serviceAccountName");
    text.field(0, "Node", node());
    if (pod.at("status", "startTime").isPresent()) {
      text.field(0, "Start Time", Ages.written(pod.at("status", "startTime")));
    }
    text.field(0, "Labels", Description.pairs(pod.labels()));
    text.field(0, "Annotations", Description.annotations(pod));
  }

  private String node() {
    String node = Column.text(pod, "", "spec", "nodeName");
    String address = Column.text(pod, "", "status", "hostIP");
    return node.isEmpty() ? Column.NONE : node + "/" + address;
  }

  private void optional(String key, String... path) {
    String value = Column.text(pod, "", path);
    if (!value.isEmpty()) {
      text.field(0, key, value);
    }
  }

  private void status() {
    text.field(0, "Status", Meta.isBeingDeleted(pod) ? "Terminating" : new Pod(pod).phase());
    if (Meta.isBeingDeleted(pod)) {
      text.field(
          0,
          "Termination Grace Period",
          Column.text(pod, "30", "metadata", "deletionGracePeriodSeconds") + "s");
    }
    optional("Reason", "status", "reason");
    optional("Message", "status", "message");
    text.field(0, "IP", Column.text(pod, "", "status", "podIP"));
    List<Node> addresses = pod.at("status", "podIPs").items();
    if (addresses.isEmpty()) {
      text.field(0, "IPs", Column.NONE);
    } else {
      text.line(0, "IPs:");
      addresses.forEach(each -> text.field(1, "IP", each.get("ip").text()));
    }
    pod.controller()
        .ifPresent(owner -> text.field(
            0,
            "Controlled By",
            owner.get("kind").text() + "/" + owner.get("name").text()));
    optional("NominatedNodeName", "status", "nominatedNodeName");
  }

  private void resources() {
    Node resources = pod.at("spec", "resources");
    if (resources.isPresent()) {
      text.line(0, "Resources:");
      new ContainerDescription(text).resources(1, resources);
    }
  }

  private void containers(String title, String field, String statuses) {
    List<Node> containers = pod.at("spec", field).items();
    if (containers.isEmpty()) {
      return;
    }
    text.line(0, title + ":");
    for (Node container : containers) {
      Optional<Node> status = pod.at("status", statuses).items().stream()
          .filter(each -> each.get("name").text().equals(container.get("name").text()))
          .findFirst();
      new ContainerDescription(text).write(container, status);
    }
  }

  private void gates() {
    List<Node> gates = pod.at("spec", "readinessGates").items();
    if (gates.isEmpty()) {
      return;
    }
    text.line(0, "Readiness Gates:");
    text.line(1, "Type\tStatus");
    for (Node gate : gates) {
      String type = gate.get("conditionType").text();
      Node condition = Conditions.of(pod).get(type);
      text.line(1, type + " \t" + condition.get("status").stringOr(Column.NONE) + " ");
    }
  }

  private void conditions() {
    List<Node> conditions = pod.at("status", "conditions").items();
    if (conditions.isEmpty()) {
      return;
    }
    text.line(0, "Conditions:");
    text.line(1, "Type\tStatus");
    conditions.forEach(condition -> text.line(
        1, condition.get("type").text() + " \t" + condition.get("status").text() + " "));
  }
}
