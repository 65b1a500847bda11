package dev.seaworthy.project.configuration;

import dev.seaworthy.manifest.MapWords;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.manifest.ValueProblems;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * A map of the file, read word by word. Remembers which words were asked for, so that {@link #done}
 * can tell of those that nobody knows.
 */
final class Section {

  private final Node node;
  private final String name;
  private final ValueProblems problems;
  private final MapWords words;

  private Section(Node node, String name, ValueProblems problems) {
    this.node = node;
    this.name = name;
    this.problems = problems;
    this.words = new MapWords(node, problems);
  }

  /** {@code name} is what messages call it. */
  static Section of(Node node, String name, ValueProblems problems) {
    if (node.isPresent() && !node.isMapping()) {
      problems.report(node, name + " must be a map");
    }
    return new Section(node, name, problems);
  }

  Node node() {
    return node;
  }

  /** The value of a word. */
  Node field(String word) {
    return words.field(word);
  }

  /** A text, also where YAML takes it for a number. */
  Optional<String> text(String word) {
    Node value = field(word);
    if (value.isAbsent()) {
      tellIfEmpty(word);
      return Optional.empty();
    }
    if (value instanceof Scalar scalar && scalar.kind() != Scalar.Kind.BOOLEAN) {
      return Optional.of(scalar.value());
    }
    problems.report(value, "'" + word + "' must be a text");
    return Optional.empty();
  }

  /** What stands without a value was meant to say something; a list of nothing is empty. */
  private void tellIfEmpty(String word) {
    node.entries().stream()
        .filter(entry -> entry.key().equals(word) && entry.value().isAbsent())
        .forEach(entry -> problems.report(
            entry.keySpan(), "'" + word + "' has no value; give it one, or leave it out"));
  }

  /** A text that must be there. */
  String required(String word) {
    String text = field(word).isPresent() ? text(word).orElse("") : "";
    if (text.isBlank()) {
      problems.report(
          field(word).isPresent() ? field(word) : node, name + " needs a '" + word + "'");
    }
    return text;
  }

  /** One of {@code choices}. */
  Optional<String> oneOf(String word, Collection<String> choices) {
    tellIfEmpty(word);
    return oneOf(field(word), "'" + word + "'", choices);
  }

  /** {@code value} as one of {@code choices}; anything else is told. */
  Optional<String> oneOf(Node value, String what, Collection<String> choices) {
    return value.isAbsent() ? Optional.empty() : words.choice(value, what, choices);
  }

  boolean flag(String word) {
    tellIfEmpty(word);
    Node value = field(word);
    if (value.isPresent() && value.asBoolean().isEmpty()) {
      problems.report(value, "'" + word + "' must be true or false");
    }
    return value.isTrue();
  }

  /** A list of texts. */
  List<String> texts(String word) {
    return words.texts(word);
  }

  /** A list of texts that must hold at least one. */
  List<String> someTexts(String word) {
    List<String> texts = texts(word);
    if (texts.isEmpty()) {
      problems.report(node, name + " needs '" + word + "', a list of texts");
    }
    return texts;
  }

  /** A map below this one. */
  Section section(String word) {
    return of(field(word), "'" + word + "'", problems);
  }

  /** A list of maps; {@code each} is what messages call one of them. */
  List<Section> sections(String word, String each) {
    return words.list(word).stream().map(item -> of(item, each, problems)).toList();
  }

  /** Tells of words that nobody asked for. */
  void done() {
    words.done();
  }
}
