package dev.seaworthy.manifest;

import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/**
 * Where {@code kubectl}'s YAML 1.1 scanner, a descendant of libyaml, differs from the YAML 1.2 of
 * the parser: some escapes, tabs in the indentation of block texts, names of anchors, glued colons.
 */
final class LibyamlDialect {

  private final String text;
  private final boolean hasEscapes;
  private final boolean hasTabs;
  private int codePoints;
  private int offset;

  LibyamlDialect(String text) {
    this.text = text;
    this.hasEscapes = text.contains("\\/") || text.contains("\\u") || text.contains("\\U");
    this.hasTabs = text.indexOf('\t') >= 0;
  }

  void check(ScalarEvent event, Span span) throws UnreadableException {
    if (hasEscapes && event.isDQuoted()) {
      checkEscapes(source(event), span);
    } else if (hasTabs && (event.isLiteral() || event.isFolded())) {
      checkIndentation(source(event), span);
    }
  }

  /** Anchors have names of letters, digits, {@code _} and {@code -}. */
  static void checkName(String anchor, Span span) throws UnreadableException {
    for (int i = 0; i < anchor.length(); i++) {
      char c = anchor.charAt(i);
      boolean allowed = c < 0x80 && (Character.isLetterOrDigit(c) || c == '_' || c == '-');
      if (!allowed) {
        throw new UnreadableException(
            ProblemCode.YAML_SYNTAX,
            "the anchor &" + anchor + " has a character that kubectl does not take",
            "Use letters, digits, _ and -.",
            span.line(),
            span.column());
      }
    }
  }

  /** Ends the name of an alias before its colon, so that {@code *x:} is a key. */
  DialectRepair endingName(AliasEvent alias) {
    int start = offsetOf(alias.getStartMark().orElseThrow());
    return new DialectRepair(text.indexOf(':', start), 0, " ");
  }

  /**
   * Whether a colon without a space after it stands behind a key: in a flow collection it is part
   * of the key then, and nothing but the end of the entry may follow.
   */
  boolean isGluedKey(ScalarEvent key, Span span) throws UnreadableException {
    if (!key.isPlain() || key.getValue().isEmpty()) {
      return false;
    }
    int end = offsetOf(key.getEndMark().orElseThrow());
    char next = end + 1 < text.length() && text.charAt(end) == ':' ? text.charAt(end + 1) : ' ';
    if (next == '{' || next == '[') {
      throw new UnreadableException(
          ProblemCode.YAML_SYNTAX,
          "the ':' after " + key.getValue() + " is followed by no space",
          "Put a space after the ':'.",
          span.endLine(),
          span.endColumn());
    }
    return next == ',' || next == '}' || next == ']';
  }

  /** What makes the text readable where only the parser, not kubectl, is at a loss; else null. */
  @Nullable
  DialectRepair repair(MarkedYamlEngineException complaint, Mark mark) {
    String problem = String.valueOf(complaint.getProblem());
    int at = text.offsetByCodePoints(0, mark.getIndex());
    if (problem.contains("indentation indicators, but found #")) {
      return new DialectRepair(at, 0, " ");
    }
    if (problem.contains("unknown escape character L")) {
      return new DialectRepair(at, 1, "u2028");
    }
    if (problem.contains("unknown escape character P")) {
      return new DialectRepair(at, 1, "u2029");
    }
    return null;
  }

  private String source(ScalarEvent event) {
    int from = offsetOf(event.getStartMark().orElseThrow());
    return text.substring(from, offsetOf(event.getEndMark().orElseThrow()));
  }

  // Marks count code points and come in order, so that each stretch of text is counted once.
  private int offsetOf(Mark mark) {
    offset = text.offsetByCodePoints(offset, mark.getIndex() - codePoints);
    codePoints = mark.getIndex();
    return offset;
  }

  private static void checkEscapes(String source, Span span) throws UnreadableException {
    int line = span.line();
    for (int i = 0; i + 1 < source.length(); i++) {
      char c = source.charAt(i);
      if (c == '\n') {
        line++;
      } else if (c == '\\') {
        i++;
        checkEscape(source, i, line);
        if (source.charAt(i) == '\n') {
          line++;
        }
      }
    }
  }

  private static void checkEscape(String source, int at, int line) throws UnreadableException {
    if (source.charAt(at) == '/') {
      throw new UnreadableException(
          ProblemCode.YAML_TOKEN,
          "\\/ is an escape that kubectl does not know",
          "Write /.",
          line,
          1);
    }
    int digits = source.charAt(at) == 'u' ? 4 : source.charAt(at) == 'U' ? 8 : 0;
    if (digits == 0 || at + digits >= source.length()) {
      return;
    }
    long value = Long.parseLong(source.substring(at + 1, at + 1 + digits), 16);
    if ((value >= 0xD800 && value <= 0xDFFF) || value > 0x10FFFF) {
      throw new UnreadableException(
          ProblemCode.YAML_TOKEN,
          "the escape stands for half a character, which kubectl refuses",
          "Write the character itself, or \\U with eight digits.",
          line,
          1);
    }
  }

  // Only where the indentation is found from the text; an explicit one is counted differently.
  private static void checkIndentation(String source, Span span) throws UnreadableException {
    String[] lines = source.split("\n", -1);
    if (lines[0].matches("[|>].*[1-9].*")) {
      return;
    }
    int indentation = 0;
    for (int i = 1; i < lines.length; i++) {
      String line = lines[i];
      int spaces = 0;
      while (spaces < line.length()
          && line.charAt(spaces) == ' '
          && (indentation == 0 || spaces < indentation)) {
        spaces++;
      }
      boolean wanting = indentation == 0 || spaces < indentation;
      if (wanting && spaces < line.length() && line.charAt(spaces) == '\t') {
        throw new UnreadableException(
            ProblemCode.YAML_TOKEN,
            "a tab stands where the indentation of the text is looked for",
            "Indent with spaces.",
            span.line() + i,
            spaces + 1);
      }
      if (indentation == 0 && !line.isBlank()) {
        indentation = Math.max(1, spaces);
      }
    }
  }
}
