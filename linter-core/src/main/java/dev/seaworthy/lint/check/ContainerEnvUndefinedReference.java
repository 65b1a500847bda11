package dev.seaworthy.lint.check;

import dev.seaworthy.graph.Container;
import dev.seaworthy.graph.PodTemplate;
import dev.seaworthy.lint.CheckContext;
import dev.seaworthy.lint.Finding;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.manifest.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * {@code $(NAME)} that stays as it is, because there is no such variable, or only further down. In
 * {@code env} the kubelet knows those above; in {@code command} and {@code args} all.
 */
final class ContainerEnvUndefinedReference implements PodCheck {

  private static final Set<String> SHELLS = Set.of("sh", "bash", "ash", "dash", "zsh", "ksh");

  @Override
  public List<Finding> check(PodTemplate template, CheckContext context) {
    List<Finding> findings = new ArrayList<>();
    for (Container container : template.containers()) {
      if (container.node().get("envFrom").size() == 0) {
        new Environment(template, container, findings).check();
      }
    }
    return findings;
  }

  /** The variables of a container, of which all names are known. */
  private static final class Environment {

    private final PodTemplate template;
    private final Container container;
    private final List<Finding> findings;
    private final Map<String, FieldPath> places = new HashMap<>();
    private final Set<String> above = new HashSet<>();

    Environment(PodTemplate template, Container container, List<Finding> findings) {
      this.template = template;
      this.container = container;
      this.findings = findings;
    }

    void check() {
      FieldPath list = container.path().child("env");
      List<Node> entries = container.node().get("env").items();
      for (int i = 0; i < entries.size(); i++) {
        places.putIfAbsent(entries.get(i).get("name").text(), list.index(i).child("name"));
      }
      for (int i = 0; i < entries.size(); i++) {
        check(list.index(i).child("value"), above);
        above.add(entries.get(i).get("name").text());
      }
      if (!isShell()) {
        arguments("command");
        arguments("args");
      }
    }

    /** To a shell {@code $(NAME)} is a command, and what stays as it is may be just that. */
    private boolean isShell() {
      return container.node().get("command").items().stream()
          .map(Node::text)
          .anyMatch(word -> SHELLS.contains(word.substring(word.lastIndexOf('/') + 1)));
    }

    private void arguments(String field) {
      FieldPath list = container.path().child(field);
      for (int i = 0; i < container.node().get(field).size(); i++) {
        check(list.index(i), places.keySet());
      }
    }

    private void check(FieldPath place, Set<String> known) {
      for (String name : EnvironmentReferences.in(template.owner().at(place).text())) {
        if (!known.contains(name) && !isOfService(name)) {
          findings.add(finding(place, name));
          return;
        }
      }
    }

    /** The kubelet adds variables for the Services of the namespace, which may not be in the input. */
    private boolean isOfService(String name) {
      return template.spec().get("enableServiceLinks").booleanOr(true)
          && (name.endsWith("_SERVICE_HOST") || name.contains("_PORT"));
    }

    private Finding finding(FieldPath place, String name) {
      FieldPath further = places.get(name);
      String why = further == null ? "there is no variable " + name : name + " is set further down";
      Finding finding =
          Finding.at(template.owner(), place, "$(" + name + ") stays as it is: " + why);
      return further == null
          ? finding
          : finding
              .withRemedy("Move " + name + " up, above what uses it.")
              .related(template.owner(), further, "set here");
    }
  }
}
