package dev.seaworthy.project;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.seaworthy.apply.JsonPointer;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.manifest.Sequence;
import dev.seaworthy.manifest.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A patch of a kustomization: a part of an object to merge, or operations of a JSON Patch.
 *
 * @param target the objects it is for, as the kustomization says; absent where the patch itself names
 *     its object
 * @param content the patch
 */
record KustomizePatch(Node target, Node content) {

  private static final String NAMESPACE = "namespace";

  /** To kustomize an object that names no namespace is in this one. */
  private static final String NAMESPACE_OF_NO_NAMESPACE = "default";

  private static final Set<String> MATCHED = Set.of("kind", "name", NAMESPACE, "group", "version");

  /** A target of a replacement: its field paths are like those of a JSON Patch, with dots. */
  static KustomizePatch ofReplacement(Node target) {
    List<Node> operations = new ArrayList<>();
    for (Node path : target.get("fieldPaths").items()) {
      operations.add(Mapping.of("path", Scalar.of(pointerOf(path.text()))));
    }
    return new KustomizePatch(target.get("select"), new Sequence(operations, Span.NONE));
  }

  /**
   * {@code spec.containers.[name=web].image} leads to the item that has the name; dots within brackets
   * part nothing, and what has no {@code =} there is a key.
   */
  private static String pointerOf(String fieldPath) {
    StringBuilder pointer = new StringBuilder();
    int from = 0;
    while (from <= fieldPath.length()) {
      int close = fieldPath.startsWith("[", from) ? fieldPath.indexOf(']', from) : -1;
      int end = fieldPath.indexOf('.', Math.max(from, close));
      int to = end < 0 ? fieldPath.length() : end;
      String step = fieldPath.substring(from, to);
      boolean isKey = close > 0 && step.indexOf('=') < 0;
      if (isKey) {
        String key = step.substring(1, step.length() - 1);
        pointer.append('/').append(key.replace("~", "~0").replace("/", "~1"));
      } else if (close < 0 && !step.equals("*")) {
        pointer.append('/').append(step);
      }
      from = to + 1;
    }
    return pointer.toString();
  }

  /** Whether it changes {@code object}. What a target says of labels is taken to hold. */
  boolean concerns(Node object) {
    if (target.isMapping()) {
      return MATCHED.stream().allMatch(field -> matches(target.get(field).text(), field, object));
    }
    return content.get("kind").text().equals(object.get("kind").text())
        && content
            .at("metadata", "name")
            .text()
            .equals(object.at("metadata", "name").text());
  }

  private static boolean matches(String pattern, String field, Node object) {
    return pattern.isEmpty()
        || matches(pattern, value(field, object))
        || field.equals(NAMESPACE)
            && object.at("metadata", NAMESPACE).text().isEmpty()
            && matches(pattern, NAMESPACE_OF_NO_NAMESPACE);
  }

  /** Targets are patterns of the whole text, as in kustomize. */
  private static boolean matches(String pattern, String value) {
    if (pattern.equals(value)) {
      return true;
    }
    try {
      return Pattern.matches(pattern, value);
    } catch (PatternSyntaxException none) {
      return false;
    }
  }

  private static String value(String field, Node object) {
    String version = object.get("apiVersion").text();
    int slash = version.indexOf('/');
    return switch (field) {
      case "kind" -> object.get("kind").text();
      case "group" -> slash < 0 ? "" : version.substring(0, slash);
      case "version" -> version.substring(slash + 1);
      default -> object.at("metadata", field).text();
    };
  }

  /** The fields that it writes or removes, each as its steps without indices. */
  Set<List<String>> paths() {
    Set<List<String>> paths = new HashSet<>();
    if (content instanceof Sequence operations) {
      operations
          .items()
          .forEach(operation -> paths.add(fields(operation.get("path").text())));
      operations.items().stream()
          .filter(operation -> operation.get("op").text().equals("move"))
          .forEach(operation -> paths.add(fields(operation.get("from").text())));
    } else {
      collect(content, List.of(), paths);
    }
    return paths;
  }

  /** The fields that a pointer leads through, without the places in lists. */
  private static List<String> fields(String pointer) {
    return JsonPointer.steps(pointer).stream()
        .filter(step -> !step.equals("-") && !step.chars().allMatch(Character::isDigit))
        .toList();
  }

  private static void collect(Node value, List<String> path, Set<List<String>> paths) {
    if (isReplaced(value)) {
      paths.add(path);
    } else if (value instanceof Mapping mapping) {
      mapping.entries().stream()
          .filter(entry -> !isIdentity(path, entry.key()))
          .forEach(entry -> collect(entry.value(), step(path, entry.key()), paths));
    } else {
      value.items().forEach(item -> collect(item, path, paths));
    }
  }

  /** What has no parts, and what a directive removes or replaces as a whole. */
  private static boolean isReplaced(Node value) {
    boolean hasParts = value instanceof Mapping || value instanceof Sequence;
    return !hasParts || value.size() == 0 || value.get("$patch").isString();
  }

  private static boolean isIdentity(List<String> path, String key) {
    return path.isEmpty()
        ? key.equals("apiVersion") || key.equals("kind")
        : path.equals(List.of("metadata")) && (key.equals("name") || key.equals("namespace"));
  }

  private static List<String> step(List<String> path, String key) {
    List<String> longer = new ArrayList<>(path);
    longer.add(key);
    return longer;
  }
}
