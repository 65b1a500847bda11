package dev.seaworthy.manifest;

import dev.seaworthy.diagnostic.NearestName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The words of a map that people write, such as a configuration's. Remembers which were asked for, so
 * that {@link #done} can tell of those that nobody knows.
 */
public final class MapWords {

  private final Node node;
  private final ValueProblems problems;
  private final Set<String> known = new TreeSet<>();

  public MapWords(Node node, ValueProblems problems) {
    this.node = node;
    this.problems = problems;
  }

  /** The value of a word. */
  public Node field(String word) {
    known.add(word);
    return node.get(word);
  }

  /** {@code value} as one of {@code choices}; anything else is told, of what {@code what} calls it. */
  public Optional<String> choice(Node value, String what, Collection<String> choices) {
    String text = value instanceof Scalar scalar ? scalar.value() : "";
    if (choices.contains(text)) {
      return Optional.of(text);
    }
    List<String> near = NearestName.all(text, choices);
    String hint = near.isEmpty() ? "" : "; did you mean '" + String.join("' or '", near) + "'?";
    problems.report(value, what + " must be one of " + String.join(", ", choices) + hint);
    return Optional.empty();
  }

  /** A list of texts. */
  public List<String> texts(String word) {
    List<String> texts = new ArrayList<>();
    for (Node item : list(word)) {
      if (item instanceof Scalar scalar && scalar.isPresent()) {
        texts.add(scalar.value());
      } else {
        problems.report(item, "'" + word + "' must be a list of texts");
      }
    }
    return texts;
  }

  /** The items of a list. */
  public List<Node> list(String word) {
    Node value = field(word);
    if (value.isPresent() && !value.isSequence()) {
      problems.report(value, "'" + word + "' must be a list");
    }
    return value.items();
  }

  /** Tells of words that nobody asked for. */
  public void done() {
    done(known);
  }

  /** The same, where {@code all} are the words that there are. */
  public void done(Set<String> all) {
    for (Mapping.Entry entry : node.entries()) {
      if (!all.contains(entry.key())) {
        problems.unknown(entry, "not known here", all);
      }
    }
  }
}
