package dev.seaworthy.simulate.kubectl;

import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A container within the description of its pod. */
final class ContainerDescription {

  private final TabbedText text;

  ContainerDescription(TabbedText text) {
    this.text = text;
  }

  /** A container of a template, which nobody runs. */
  void writeOfTemplate(Node container) {
    text.line(1, " " + container.get("name").text() + ":");
    body(container, Optional.empty());
  }

  void write(Node container, Optional<Node> status) {
    text.line(1, container.get("name").text() + ":");
    body(container, status);
  }

  private void body(Node container, Optional<Node> status) {
    status.ifPresent(it -> text.field(2, "Container ID", it.get("containerID").text()));
    text.field(2, "Image", container.get("image").text());
    status.ifPresent(it -> text.field(2, "Image ID", it.get("imageID").text()));
    ports(container.get("ports").items());
    words("Command", container.get("command"));
    words("Args", container.get("args"));
    status.ifPresent(this::status);
    resources(2, container.get("resources"));
    probe("Liveness", container.get("livenessProbe"));
    probe("Readiness", container.get("readinessProbe"));
    probe("Startup", container.get("startupProbe"));
    environment(container);
    mounts(container.get("volumeMounts").items());
  }

  private void ports(List<Node> ports) {
    String several = ports.size() > 1 ? "s" : "";
    text.field(2, "Port" + several, ports(ports, "containerPort"));
    text.field(2, "Host Port" + several, ports(ports, "hostPort"));
  }

  private static String ports(List<Node> ports, String field) {
    return ports.isEmpty()
        ? Column.NONE
        : ports.stream()
            .map(port -> port.get(field).longOr(0)
                + "/"
                + port.get("protocol").stringOr("TCP")
                + (port.get("name").text().isEmpty()
                    ? ""
                    : " (" + port.get("name").text() + ")"))
            .collect(Collectors.joining(", "));
  }

  private void words(String title, Node words) {
    if (words.size() > 0) {
      text.line(2, title + ":");
      words.items().forEach(word -> text.line(3, word.text()));
    }
  }

  private void status(Node status) {
    state("State", status.get("state"));
    if (status.at("lastState", "terminated").isPresent()) {
      state("Last State", status.get("lastState"));
    }
    text.field(2, "Ready", status.get("ready").isTrue() ? "True" : "False");
    text.field(2, "Restart Count", Long.toString(status.get("restartCount").longOr(0)));
  }

  private void state(String title, Node state) {
    if (state.get("running").isPresent()) {
      text.field(2, title, "Running");
      text.field(3, "Started", Ages.written(state.at("running", "startedAt")));
    } else if (state.get("terminated").isPresent()) {
      ended(title, state.get("terminated"));
    } else {
      text.field(2, title, "Waiting");
      optional("Reason", state.at("waiting", "reason"));
      optional("Message", state.at("waiting", "message"));
    }
  }

  private void ended(String title, Node ended) {
    text.field(2, title, "Terminated");
    optional("Reason", ended.get("reason"));
    optional("Message", ended.get("message"));
    text.field(3, "Exit Code", Long.toString(ended.get("exitCode").longOr(0)));
    text.field(3, "Started", Ages.written(ended.get("startedAt")));
    text.field(3, "Finished", Ages.written(ended.get("finishedAt")));
  }

  private void optional(String title, Node value) {
    if (!value.text().isEmpty()) {
      text.field(3, title, value.text());
    }
  }

  /** The limits and requests of a container or of a whole pod. */
  void resources(int level, Node resources) {
    amounts(level, "Limits", resources.get("limits"));
    amounts(level, "Requests", resources.get("requests"));
  }

  private void amounts(int level, String title, Node amounts) {
    if (amounts.size() > 0) {
      text.line(level, title + ":");
      amounts.entries().stream()
          .sorted(Comparator.comparing(Mapping.Entry::key))
          .forEach(entry -> text.field(
              level + 1,
              entry.key(),
              entry.value().isString() ? entry.value().text() : entry.value().toJson()));
    }
  }

  private void probe(String title, Node probe) {
    if (probe.isPresent()) {
      text.field(2, title, ProbeWords.of(probe));
    }
  }

  private void environment(Node container) {
    List<Node> sources = container.get("envFrom").items();
    if (!sources.isEmpty()) {
      text.line(2, "Environment Variables from:");
      sources.forEach(this::source);
    }
    List<Node> variables = container.get("env").items();
    if (variables.isEmpty()) {
      text.field(2, "Environment", Column.NONE);
      return;
    }
    text.line(2, "Environment:");
    variables.forEach(variable -> text.field(3, variable.get("name").text(), value(variable)));
  }

  private void source(Node source) {
    boolean isSecret = source.get("secretRef").isPresent();
    Node reference = source.get(isSecret ? "secretRef" : "configMapRef");
    text.line(
        3,
        reference.get("name").text() + "\t" + (isSecret ? "Secret" : "ConfigMap") + "\tOptional: "
            + reference.get("optional").isTrue());
  }

  private static String value(Node variable) {
    for (String kind : List.of("configMapKeyRef", "secretKeyRef")) {
      Node reference = variable.at("valueFrom", kind);
      if (reference.isPresent()) {
        return "<set to the key '" + reference.get("key").text() + "' "
            + (kind.startsWith("config") ? "of config map '" : "in secret '")
            + reference.get("name").text() + "'>\tOptional: "
            + reference.get("optional").isTrue();
      }
    }
    Node field = variable.at("valueFrom", "fieldRef", "fieldPath");
    return field.isPresent()
        ? " (v1:" + field.text() + ")"
        : variable.get("value").text();
  }

  private void mounts(List<Node> mounts) {
    if (mounts.isEmpty()) {
      text.field(2, "Mounts", Column.NONE);
      return;
    }
    text.line(2, "Mounts:");
    mounts.stream()
        .sorted(Comparator.comparing(mount -> mount.get("mountPath").text()))
        .forEach(mount -> text.line(
            3,
            mount.get("mountPath").text() + " from " + mount.get("name").text() + " ("
                + (mount.get("readOnly").isTrue() ? "ro" : "rw")
                + (mount.get("subPath").text().isEmpty()
                    ? ""
                    : ",path=\"" + mount.get("subPath").text() + "\"")
                + ")"));
  }
}
