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
    Node literal = replacement.get("sourceValue");
    if (source.isAbsent() == literal.isAbsent() || replacement.get("targets").isAbsent()) {
      throw layer.failure(
          "a replacement must have a source, or a sourceValue in its place, and targets", place);
    }
    if (literal.isPresent()) {
      writeAll(replacement, Tree.unplaced(literal), place);
      return;
    }
    Selection selection = Selection.literal(source);
    List<Member> found = members.all().stream().filter(selection::selects).toList();
    if (found.size() != 1) {
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
    writeAll(replacement, value, place);
  }

  private void writeAll(Node replacement, Node value, Node place) throws BuildFailure {
    for (Node target : replacement.get("targets").items()) {
      write(target, value, place);
    }
  }

  private void write(Node target, Node value, Node place) throws BuildFailure {
    if (target.get("select").isAbsent()) {
      throw layer.failure("a target of a replacement must have a select", place);
    }
    List<Node> paths = target.get("fieldPaths").size() > 0
        ? target.get("fieldPaths").items()
        : List.of(Scalar.of("metadata.name"));
    Selection selected = Selection.of(target.get("select"), layer);
    List<Selection> rejected = new ArrayList<>();
    for (Node reject : target.get("reject").items()) {
      rejected.add(Selection.of(reject, layer));
    }
    for (Member member : members.all()) {
      boolean isMeant =
          selected.selects(member) && rejected.stream().noneMatch(reject -> reject.selects(member));
      for (Node path : isMeant ? paths : List.<Node>of()) {
        write(member, path, new Writing(value, target.get("options"), place), place);
      }
    }
  }

  private void write(Member member, Node path, Writing writing, Node place) throws BuildFailure {
    layer.workshop().budget().expression(path.text(), layer.mention(place));
    boolean create = writing.options.get("create").isTrue();
    Node written = written(member.root(), steps(path.text()), create, writing);
    if (!writing.done) {
      throw layer.failure(
          member.id() + " has no " + path.text() + " to replace"
              + (create ? ", and it cannot be made" : "; options: {create: true} would make it"),
          path.span().isWritten() ? path : place);
    }
    if (written instanceof Mapping changed) {
      member.set(changed);
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

  /** A value on its way to a place, which may not be there. */
  private final class Writing {
    private final Node value;
    private final Node options;
    private final Node place;
    private boolean done;

    Writing(Node value, Node options, Node place) {
      this.value = value;
      this.options = options;
      this.place = place;
    }

    Node over(Node former) throws BuildFailure {
      done = true;
      layer.workshop().budget().made(value, layer.mention(place));
      return merged(former, value, options);
    }
  }

  private static Node written(Node node, List<String> steps, boolean create, Writing writing)
      throws BuildFailure {
    if (steps.isEmpty()) {
      return writing.over(node);
    }
    String step = steps.get(0);
    List<String> rest = steps.subList(1, steps.size());
    boolean isNewList = create && node.isAbsent() && isOfField(step);
    if (node instanceof Sequence || isNewList) {
      return writtenInList(node, steps, create, writing);
    }
    boolean isHolder = node instanceof Mapping || (create && node.isAbsent());
    Mapping holder = node instanceof Mapping mapping ? mapping : Mapping.EMPTY;
    if (!isHolder || (holder.get(step).isAbsent() && !create)) {
      return node;
    }
    return holder.with(step, written(holder.get(step), rest, create, writing));
  }

  private static Node writtenInList(Node list, List<String> steps, boolean create, Writing writing)
      throws BuildFailure {
    String step = steps.get(0);
    List<String> rest = steps.subList(1, steps.size());
    List<Node> items = new ArrayList<>();
    boolean isThere = false;
    for (Node item : list.items()) {
      boolean isMeant = isAt(items.size(), item, step);
      isThere |= isMeant;
      items.add(isMeant ? written(item, rest, create, writing) : item);
    }
    if (create && !isThere && isOfField(step)) {
      String[] pair = step.substring(1, step.length() - 1).split("=", 2);
      items.add(written(Mapping.of(pair[0], Scalar.of(pair[1])), rest, true, writing));
    } else if (create && step.equals(Integer.toString(items.size()))) {
      items.add(written(Absent.INSTANCE, rest, true, writing));
    }
    return new Sequence(items, list.span());
  }

  /** {@code [name=web]} names an item by a field of it. */
  private static boolean isOfField(String step) {
    return step.startsWith("[") && step.endsWith("]") && step.indexOf('=') > 0;
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
          ? new Scalar(kind(former, scalar), scalar.value(), former.span())
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

  /** What was a text stays one; where nothing was, or no text, digits are a number. */
  private static Scalar.Kind kind(Node former, Scalar value) {
    if (former.isString()) {
      return Scalar.Kind.STRING;
    }
    return value.value().matches("\\d{1,18}") ? Scalar.Kind.INTEGER : value.kind();
  }

  private static String text(Node node) {
    return node instanceof Scalar scalar ? scalar.value() : "";
  }
}
