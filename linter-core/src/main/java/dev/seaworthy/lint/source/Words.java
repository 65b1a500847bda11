package dev.seaworthy.lint.source;

import dev.seaworthy.manifest.MapWords;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.manifest.ValueProblems;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The words of a map of a rule file. Remembers which were asked for, so that {@link #done} tells
 * the others.
 */
final class Words {

  private final Node node;
  private final String name;
  private final ValueProblems problems;
  private final MapWords words;

  /** {@code name} is what messages call the map. */
  Words(Node node, String name, ValueProblems problems) {
    this.node = node;
    this.name = name;
    this.problems = problems;
    this.words = new MapWords(node, problems);
    if (!node.isMapping()) {
      problems.report(node, name + " must be a map");
    }
  }

  Node node() {
    return node;
  }

  /** The value of a word. */
  Node field(String word) {
    return words.field(word);
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
    return value.isAbsent() ? Optional.empty() : words.choice(value, quoted(word), choices);
  }

  /** A list of some of {@code choices}. */
  List<String> someOf(String word, Collection<String> choices) {
    List<String> chosen = new ArrayList<>();
    for (Node item : words.list(word)) {
      words.choice(item, quoted(word), choices).ifPresent(chosen::add);
    }
    return chosen;
  }

  private static String quoted(String word) {
    return "'" + word + "'";
  }

  /** A list of texts. */
  List<String> texts(String word) {
    return words.texts(word);
  }

  /** A text, or a list of them. */
  List<String> textOrTexts(String word) {
    Node value = field(word);
    return value.isString() ? List.of(value.text()) : texts(word);
  }

  /** Tells of words that nobody asked for. */
  void done() {
    words.done();
  }

  /** The same, where {@code all} are the words that there are. */
  void done(Set<String> all) {
    words.done(all);
  }
}
