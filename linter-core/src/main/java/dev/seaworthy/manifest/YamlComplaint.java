package dev.seaworthy.manifest;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The parser's complaints in words that say what to do. */
record YamlComplaint(String message, @Nullable String remedy) {

  /** What the parser's words contain, and what is said in their place. */
  private record Wording(
      String contained, String message, @Nullable String remedy) {}

  private static final List<Wording> WORDINGS = List.of(
      new Wording("(TAB)", "a tab is used to indent", "Indent with spaces."),
      new Wording(
          "mapping values are not allowed",
          "a ':' is not allowed here",
          "Indent the line like its neighbours, or put a text that holds ': ' into quotes."),
      new Wording(
          "sequence entries are not allowed",
          "a '-' is not allowed here",
          "Put the list on lines of its own, or the text into quotes."),
      new Wording(
          "could not find expected ':'",
          "the line before this place is no 'key: value'",
          "Add the ':' and a space after the key, or indent the line as part of the text above."),
      new Wording(
          "found unexpected end of stream",
          "a quote is opened and never closed",
          "Close the quote."),
      new Wording(
          "but found '<block mapping start>'",
          "the indentation fits none of the levels above",
          "Indent the line as far as the entries that it belongs to."),
      new Wording(
          "expected <block end>",
          "this does not belong to the entry above",
          "Check the indentation and the quotes of this line and the one before."),
      new Wording(
          "expected ',' or '}'", "a '{' is not closed, or a ',' is missing", "Close it with '}'."),
      new Wording(
          "expected ',' or ']'", "a '[' is not closed, or a ',' is missing", "Close it with ']'."),
      new Wording("expected the node content", "a value is missing or not closed", null),
      new Wording(
          "that cannot start any token",
          "a value can't start with this character",
          "Put the value into quotes."),
      new Wording(
          "expected alphabetic or numeric character",
          "a letter or a digit must follow a '%', '&', '*' or '!' that starts a value or a line",
          "Put the value into quotes."),
      new Wording(
          "found unknown escape character",
          "the escape after '\\' is unknown",
          "Double the '\\', or use single quotes."),
      new Wording(
          "expected chomping or indentation indicators",
          "after '|' or '>' only a comment may follow on the line",
          "Start the text on the next line."));

  /** What there is to say where nothing stands above that it could belong to. */
  private static final YamlComplaint AT_START = new YamlComplaint(
      "the text does not begin with a 'key: value'",
      "Write the key before the ':', and close what is opened.");

  /** {@code atStart} is whether the complaint is about the very beginning of a text. */
  static YamlComplaint of(@Nullable String problem, boolean atStart) {
    return atStart && problem != null && problem.contains("expected <block end>")
        ? AT_START
        : of(problem);
  }

  private static YamlComplaint of(@Nullable String problem) {
    String words = problem == null ? "the text is no YAML" : problem;
    Optional<Wording> wording =
        WORDINGS.stream().filter(known -> words.contains(known.contained())).findFirst();
    return wording
        .map(known -> new YamlComplaint(known.message(), known.remedy()))
        .orElseGet(() -> new YamlComplaint(words, null));
  }
}
