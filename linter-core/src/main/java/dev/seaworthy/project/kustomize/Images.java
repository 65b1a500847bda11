package dev.seaworthy.project.kustomize;

import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.manifest.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Images to which a kustomization gives another name, tag or digest. */
final class Images {

  private static final Set<String> HOLDERS =
      Set.of("containers", "initContainers", "ephemeralContainers");

  private Images() {}

  static void run(Layer layer, Members members) {
    for (Node image : layer.get("images").items()) {
      Pattern pattern = Pattern.compile(
          Pattern.quote(image.get("name").text()) + "(?::[\\w.{}-]*)?(?:@sha256:[\\w.{}-]*)?");
      for (Member member : members.all()) {
        if (in(member.root(), pattern, image) instanceof Mapping changed) {
          member.set(changed);
        }
      }
    }
  }

  private static Node in(Node node, Pattern pattern, Node image) {
    if (node instanceof Sequence list) {
      List<Node> items = new ArrayList<>(list.size());
      list.items().forEach(item -> items.add(in(item, pattern, image)));
      return new Sequence(items, list.span());
    }
    if (!(node instanceof Mapping mapping)) {
      return node;
    }
    Mapping result = mapping;
    for (Mapping.Entry entry : mapping.entries()) {
      Node value = entry.value();
      result = result.with(
          entry.key(),
          HOLDERS.contains(entry.key()) && value.isSequence()
              ? Tree.changed(value, List.of("image"), false, old -> renamed(old, pattern, image))
              : in(value, pattern, image));
    }
    return result;
  }

  private static Node renamed(Node old, Pattern pattern, Node image) {
    if (!pattern.matcher(old.text()).matches()) {
      return old;
    }
    String name = image.get("name").text();
    String version = old.text().substring(name.length());
    boolean isGiven = image.get("newTag").isPresent() || image.get("digest").isPresent();
    return Scalar.of(
        image.get("newName").stringOr(name) + (isGiven ? given(image) : version), old.span());
  }

  private static String given(Node image) {
    String tag = text(image.get("newTag"));
    String digest = image.get("digest").text();
    return (tag.isEmpty() ? "" : ":" + tag) + (digest.isEmpty() ? "" : "@" + digest);
  }

  /** {@code newTag: 1.27} is a number in YAML, and a text to kustomize. */
  private static String text(Node node) {
    return node instanceof Scalar scalar && scalar.isPresent() ? scalar.value() : "";
  }
}
