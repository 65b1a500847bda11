package dev.seaworthy.lint.check;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.graph.Container;
import dev.seaworthy.graph.InputObject;
import dev.seaworthy.graph.PodTemplate;
import dev.seaworthy.graph.ResourceGraph;
import dev.seaworthy.lint.Finding;
import dev.seaworthy.lint.RelationCheck;
import dev.seaworthy.lint.RelationContext;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.manifest.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Files of configuration that stay as they were when the container started. */
final class PodConfigSubPath implements RelationCheck {

  private static final List<String> FOLLOWING =
      List.of("configMap", "secret", "downwardAPI", "projected");
  private static final List<String> PARTS = List.of("subPath", "subPathExpr");

  @Override
  public List<Finding> check(InputObject object, RelationContext context) {
    List<Finding> findings = new ArrayList<>();
    object.template().ifPresent(template -> check(template, context.graph(), findings));
    return findings;
  }

  private static void check(PodTemplate template, ResourceGraph graph, List<Finding> findings) {
    Map<String, Node> volumes = new HashMap<>();
    for (Node volume : template.spec().get("volumes").items()) {
      if (follows(volume) && !isImmutable(volume, template, graph)) {
        volumes.put(volume.get("name").text(), volume);
      }
    }
    for (Container container : template.containers()) {
      List<Node> mounts = container.node().get("volumeMounts").items();
      for (int i = 0; i < mounts.size(); i++) {
        if (volumes.containsKey(mounts.get(i).get("name").text())) {
          FieldPath mount = container.path().child("volumeMounts").index(i);
          check(template.owner(), mount, findings);
        }
      }
    }
  }

  /** Whether the kubelet keeps the volume's files up to date. */
  private static boolean follows(Node volume) {
    return FOLLOWING.stream().anyMatch(source -> volume.get(source).isPresent());
  }

  private static boolean isImmutable(Node volume, PodTemplate template, ResourceGraph graph) {
    String namespace = graph.namespaceOf(template.owner());
    String map = volume.at("configMap", "name").text();
    String secret = volume.at("secret", "secretName").text();
    return graph
        .findFirst(GroupKind.of("", "ConfigMap"), namespace, map)
        .or(() -> graph.findFirst(GroupKind.of("", "Secret"), namespace, secret))
        .filter(object -> object.at(FieldPath.of("immutable")).isTrue())
        .isPresent();
  }

  private static void check(InputObject owner, FieldPath mount, List<Finding> findings) {
    for (String part : PARTS) {
      FieldPath place = mount.child(part);
      if (!owner.at(place).text().isEmpty()) {
        findings.add(Finding.at(
            owner, place, "a change of what is mounted here does not reach the container"));
        return;
      }
    }
  }
}
