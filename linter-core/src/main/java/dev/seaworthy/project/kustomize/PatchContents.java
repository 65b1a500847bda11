package dev.seaworthy.project.kustomize;

import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Scalar;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a patch of a kustomization says: objects to merge, or the operations of a JSON patch. */
final class PatchContents {

  private static final Set<String> DIRECTIVES = Set.of("", "merge", "replace", "delete");

  private PatchContents() {}

  /** That of an entry whose {@code patch} is the text of a patch, or whose {@code path} is its file. */
  static List<Node> of(Layer layer, Node entry) throws BuildFailure {
    Node text = entry.get("patch");
    Node path = entry.get("path");
    boolean isInline = !text.text().isBlank();
    if (text.isPresent() && !text.isString()) {
      throw layer.failure("patch must be a text; write it below 'patch: |-'", entry);
    }
    if (isInline == !path.text().isEmpty()) {
      throw layer.failure(
          isInline
              ? "a patch has both patch and path; leave one of them out"
              : "a patch has neither patch nor path, one of which says what changes",
          entry);
    }
    return isInline
        ? checked(layer, entry, "the patch", layer.workshop().inline(layer.file(), text.text()))
        : checked(layer, entry, "the patch " + path.text(), file(layer, path, entry));
  }

  /** That of a text that is the name of a file if there is one. */
  static List<Node> ofFileOrText(Layer layer, Node entry) throws BuildFailure {
    String text = entry.text();
    boolean isText = text.indexOf('\n') >= 0 || text.stripLeading().startsWith("{");
    return checked(
        layer,
        entry,
        isText ? "the patch" : "the patch " + text,
        isText ? layer.workshop().inline(layer.file(), text) : file(layer, entry, entry));
  }

  private static List<Node> file(Layer layer, Node path, Node entry) throws BuildFailure {
    Optional<List<Node>> found = layer.values(path);
    if (found.isEmpty()) {
      throw layer.failure("there is no patch " + path.text(), entry);
    }
    return found.get();
  }

  private static List<Node> checked(Layer layer, Node entry, String what, List<Node> contents)
      throws BuildFailure {
    boolean isPatch = !contents.isEmpty()
        && (contents.stream().allMatch(PatchContents::isObject)
            || (contents.size() == 1 && isOperations(contents.get(0))));
    if (!isPatch) {
      throw layer.failure(
          what + " is neither an object with kind and metadata.name nor a list of operations",
          entry);
    }
    for (Node content : contents) {
      checkDirectives(layer, entry, content);
    }
    return contents;
  }

  private static boolean isObject(Node content) {
    return isNamed(content.get("kind")) && isNamed(content.at("metadata", "name"));
  }

  private static boolean isNamed(Node name) {
    return name instanceof Scalar scalar && !scalar.value().isEmpty();
  }

  private static boolean isOperations(Node content) {
    return content.isSequence()
        && content.size() > 0
        && content.items().stream().allMatch(Node::isMapping);
  }

  private static void checkDirectives(Layer layer, Node entry, Node content) throws BuildFailure {
    String directive = content.get("$patch").text();
    if (!DIRECTIVES.contains(directive)) {
      throw layer.failure(
          "$patch: " + directive + " is unknown; it is delete, replace or merge", entry);
    }
    for (Node item : content.items()) {
      checkDirectives(layer, entry, item);
    }
    for (var field : content.entries()) {
      checkDirectives(layer, entry, field.value());
    }
  }
}
