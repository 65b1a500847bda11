package dev.seaworthy.lint.source;

import dev.seaworthy.diagnostic.NearestName;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.manifest.ValueProblems;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The words of a map of a rule file. Remembers which were asked for, so that {@link #done} tells the others. */
final class Words {

  private final Node node;
  private final String name;
  private final ValueProblems problems;
  private final Set<String> known = new TreeSet<>();

  /** {@code name} is what messages call the map. */
  Words(Node node, String name, ValueProblems problems) {
    this.node = node;
    this.name = name;
    this.problems = problems;
    if (!node.isMapping()) {
      problems.report(node, name + " must be a map");
    }
  }

  Node node() {
    return node;
  }

  /** The value of a word. */
  Node field(String word) {
    known.add(word);
    return node.get(word);
  }

  /** A text. */
  Optional<String> text(String word) {
    Node value = field(word);
    if (value.isAbsent()) {
      return Optional.empty();
    }
    if (value instanceof Scalar scalar) {
      return Optional.of(scalar.value().strip());
    }
    problems.report(value, "'" + word + "' must be a text");
    return Optional.empty();
  }

  /** A text that must be there. */
  String required(String word) {
    String text = text(word).orElse("");
    if (text.isEmpty()) {
      problems.report(
          field(word).isPresent() ? field(word) : node, name + " needs a '" + word + "'");
    }
    return text;
  }

  /** A map; an empty one where it is not written. */
  Node map(String word) {
    Node value = field(word);
    if (value.isPresent() && !value.isMapping()) {
      problems.report(value, "'" + word + "' must be a map");
    }
    return value;
  }

  /** One of {@code choices}, which must be written unless the word may be left out. */
  Optional<String> oneOf(String word, Collection<String> choices) {
    Node value = field(word);
    return value.isAbsent() ? Optional.empty() : choice(value, word, choices);
  }

  /** A list of some of {@code choices}. */
  List<String> someOf(String word, Collection<String> choices) {
    List<String> chosen = new ArrayList<>();
    for (Node item : list(word)) {
      choice(item, word, choices).ifPresent(chosen::add);
    }
    return chosen;
  }

  private Optional<String> choice(Node value, String word, Collection<String> choices) {
    String text = value instanceof Scalar scalar ? scalar.value() : "";
    if (choices.contains(text)) {
      return Optional.of(text);
    }
    String hint = NearestName.to(text, choices)
        .map(near -> "; did you mean '" + near + "'?")
        .orElse("");
    problems.report(value, "'" + word + "' must be one of " + String.join(", ", choices) + hint);
    return Optional.empty();
  }

  /** A list of texts. */
  List<String> texts(String word) {
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

  /** A text, or a list of them. */
  List<String> textOrTexts(String word) {
    Node value = field(word);
    return value.isString() ? List.of(value.text()) : texts(word);
  }

  private List<Node> list(String word) {
    Node value = field(word);
    if (value.isPresent() && !value.isSequence()) {
      problems.report(value, "'" + word + "' must be a list");
    }
    return value.items();
  }

  /** Tells of words that nobody asked for. */
  void done() {
    done(known);
  }

  /** The same, where {@code all} are the words that there are. */
  void done(Set<String> all) {
    for (Mapping.Entry entry : node.entries()) {
      if (!all.contains(entry.key())) {
        problems.unknown(entry, "not known here", all);
      }
    }
  }
}
