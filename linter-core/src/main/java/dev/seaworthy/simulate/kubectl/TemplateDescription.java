package dev.seaworthy.simulate.kubectl;

import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import java.util.List;
import java.util.Map;

/** The pod template within the description of a workload. */
final class TemplateDescription {

  private final TabbedText text;

  TemplateDescription(TabbedText text) {
    this.text = text;
  }

  void write(Node template) {
    text.line(0, "Pod Template:");
    text.field(1, "Labels", Description.pairs(strings(template.at("metadata", "labels"))));
    Map<String, String> annotations = strings(template.at("metadata", "annotations"));
    if (!annotations.isEmpty()) {
      text.field(1, "Annotations", Description.colons(annotations));
    }
    Node spec = template.get("spec");
    if (!spec.get("serviceAccountName").text().isEmpty()) {
      text.field(1, "Service Account", spec.get("serviceAccountName").text());
    }
    containers("Init Containers", spec.get("initContainers").items());
    containers("Containers", spec.get("containers").items());
    new VolumeDescriptions(text, 1).write(spec.get("volumes"));
    text.field(1, "Node-Selectors", Description.pairs(strings(spec.get("nodeSelector"))));
    text.field(1, "Tolerations", TolerationWords.of(spec.get("tolerations")));
  }

  static Map<String, String> strings(Node labels) {
    return labels instanceof Mapping mapping ? mapping.strings() : Map.of();
  }

  private void containers(String title, List<Node> containers) {
    if (!containers.isEmpty()) {
      text.line(1, title + ":");
      containers.forEach(new ContainerDescription(text)::writeOfTemplate);
    }
  }
}
