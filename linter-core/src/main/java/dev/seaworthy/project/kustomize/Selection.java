package dev.seaworthy.project.kustomize;

import dev.seaworthy.api.GroupVersionKind;
import dev.seaworthy.api.selector.LabelSelector;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Which objects a {@code target} or {@code select} of a kustomization means; its words are patterns. */
final class Selection {

  private final Node target;

  Selection(Node target) {
    this.target = target;
  }

  boolean selects(Member member) {
    GroupVersionKind gvk = member.id().gvk();
    return matches("group", gvk.group())
        && matches("version", gvk.version())
        && matches("kind", gvk.kind())
        && member.allIds().anyMatch(this::isCalled)
        && hasLabels("labelSelector", "labels", member)
        && hasLabels("annotationSelector", "annotations", member);
  }

  private boolean isCalled(ObjectId id) {
    return matches("name", id.name()) && matches("namespace", id.namespace());
  }

  private boolean matches(String field, String value) {
    String pattern = target.get(field).text();
    if (pattern.isEmpty() || pattern.equals(value)) {
      return true;
    }
    try {
      return Pattern.compile("(?:" + pattern + ")").matcher(value).matches();
    } catch (PatternSyntaxException none) {
      return false;
    }
  }

  private boolean hasLabels(String field, String where, Member member) {
    String selector = target.get(field).text();
    Map<String, String> labels =
        member.root().at("metadata", where) instanceof Mapping given ? given.strings() : Map.of();
    return selector.isEmpty() || LabelSelector.parse(selector).matches(labels);
  }
}
