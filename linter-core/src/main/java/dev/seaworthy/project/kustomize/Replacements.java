package dev.seaworthy.project.kustomize;

import dev.seaworthy.manifest.Absent;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.manifest.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Values that a kustomization copies from one object into others. */
final class Replacements {

  private final Layer layer;
  private final Members members;

  private Replacements(Layer layer, Members members) {
    this.layer = layer;
    this.members = members;
  }

  static void run(Layer layer, Members members) throws BuildFailure {
    Replacements replacements = new Replacements(layer, members);
    for (Node each : layer.get("replacements").items()) {
      if (!each.get("path").isPresent()) {
        replacements.replace(each, each);
        continue;
      }
      Optional<List<Node>> file = layer.values(each.get("path"));
      if (file.isEmpty()) {
        throw layer.failure("there is no file " + each.get("path").text(), each);
      }
      for (Node document : file.get()) {
        for (Node one : document.isSequence() ? document.items() : List.of(document)) {
          replacements.replace(Tree.unplaced(one), each);
        }
      }
    }
  }

  private void replace(Node replacement, Node place) throws BuildFailure {
    Node source = replacement.get("source");
    Selection selection = Selection.of(source, layer);
    List<Member> found = members.all().stream().filter(selection::selects).toList();
    if (source.isAbsent() || found.size() != 1) {
      layer.misses(
          "a replacement",
          "the source of the replacement is " + found.size() + " objects, and must be one",
          place);
      return;
    }
    String path = source.get("fieldPath").stringOr("metadata.name");
    layer.workshop().budget().expression(path, layer.mention(place));
    Node value = part(at(found.get(0).root(), steps(path)), source.get("options"));
    if (value.isAbsent()) {
      throw layer.failure(found.get(0).id() + " has no " + path + " to copy", place);
    }
    for (Node target : replacement.get("targets").items()) {
      write(target, value, layer.mention(place));
    }
  }

  private void write(Node target, Node value, Mention place) throws BuildFailure {
    Selection selected = Selection.of(target.get("select"), layer);
    List<Selection> rejected = new ArrayList<>();
    for (Node reject : target.get("reject").items()) {
      rejected.add(Selection.of(reject, layer));
    }
    Budget budget = layer.workshop().budget();
    for (Member member : members.all()) {
      boolean isMeant = selected.selects(member)
          && rejected.stream().noneMatch(reject -> reject.selects(member));
      List<Node> paths = target.get("fieldPaths").items();
      for (Node path : isMeant ? paths : List.<Node>of()) {
        budget.expression(path.text(), place);
        Change change = former -> {
          budget.made(value, place);
          return merged(former, value, target.get("options"));
        };
        boolean create = target.at("options", "create").isTrue();
        if (written(member.root(), steps(path.text()), create, change) instanceof Mapping changed) {
          member.set(changed);
        }
      }
    }
  }

  /**
   * The steps of {@code spec.containers.[name=web].image}; a key with dots stands in brackets, or has
   * backslashes before them.
   */
  private static List<String> steps(String path) {
    List<String> steps = new ArrayList<>();
    for (String step : path.replaceFirst("^\\.", "").split("(?<!\\\\)\\.(?![^\\[]*\\])")) {
      boolean isQuoted = step.startsWith("[") && step.endsWith("]") && step.indexOf('=') < 0;
      steps.add((isQuoted ? step.substring(1, step.length() - 1) : step).replace("\\.", "."));
    }
    return steps;
  }

  private static Node at(Node node, List<String> steps) {
    Node found = node;
    for (String step : steps) {
      found = found.isSequence() ? item(found.items(), step) : found.get(step);
    }
    return found;
  }

  private static Node item(List<Node> items, String step) {
    for (int index = 0; index < items.size(); index++) {
      if (isAt(index, items.get(index), step)) {
        return items.get(index);
      }
    }
    return Absent.INSTANCE;
  }

  /** An item of a list is named by its index, by a field of it, or with all others by a star. */
  private static boolean isAt(int index, Node item, String step) {
    if (step.startsWith("[") && step.endsWith("]")) {
      String[] pair = step.substring(1, step.length() - 1).split("=", 2);
      return pair.length == 2 && text(item.get(pair[0])).equals(pair[1]);
    }
    return step.equals("*") || step.equals(Integer.toString(index));
  }

  @FunctionalInterface
  private interface Change {
    Node of(Node former) throws BuildFailure;
  }

  private static Node written(Node node, List<String> steps, boolean create, Change change)
      throws BuildFailure {
    if (steps.isEmpty()) {
      return change.of(node);
    }
    String step = steps.get(0);
    List<String> rest = steps.subList(1, steps.size());
    if (node instanceof Sequence list) {
      List<Node> items = new ArrayList<>();
      for (Node item : list.items()) {
        boolean isMeant = isAt(items.size(), item, step);
        items.add(isMeant ? written(item, rest, create, change) : item);
      }
      return new Sequence(items, list.span());
    }
    boolean isHolder = node instanceof Mapping || (create && node.isAbsent());
    Mapping holder = node instanceof Mapping mapping ? mapping : Mapping.EMPTY;
    if (!isHolder || (holder.get(step).isAbsent() && !create)) {
      return node;
    }
    return holder.with(step, written(holder.get(step), rest, create, change));
  }

  private static Node part(Node value, Node options) {
    String delimiter = options.get("delimiter").text();
    if (delimiter.isEmpty()) {
      return Tree.unplaced(value);
    }
    String[] parts = text(value).split(Pattern.quote(delimiter), -1);
    int index = (int) options.get("index").longOr(0);
    return index >= 0 && index < parts.length ? Scalar.of(parts[index]) : Absent.INSTANCE;
  }

  private static Node merged(Node former, Node value, Node options) {
    String delimiter = options.get("delimiter").text();
    if (delimiter.isEmpty()) {
      return value instanceof Scalar scalar
          ? new Scalar(scalar.kind(), scalar.value(), former.span())
          : value;
    }
    List<String> parts = new ArrayList<>(List.of(text(former).split(Pattern.quote(delimiter), -1)));
    int index = (int) options.get("index").longOr(0);
    if (index < 0) {
      parts.add(0, text(value));
    } else if (index >= parts.size()) {
      parts.add(text(value));
    } else {
      parts.set(index, text(value));
    }
    return Scalar.of(String.join(delimiter, parts), former.span());
  }

  private static String text(Node node) {
    return node instanceof Scalar scalar ? scalar.value() : "";
  }
}
