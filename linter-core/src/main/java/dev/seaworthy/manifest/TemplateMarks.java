package dev.seaworthy.manifest;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Tells a text that a template engine has yet to fill in from one that only quotes {@code {{ }}}, as
 * alerts and dashboards in a ConfigMap do: in a template the marks stand where YAML wants a value,
 * outside quotes and blocks of text. There {@code %{ }}, by which Terraform's templates branch and
 * repeat, and {@code {% %}}, by which Jinja's do, cannot stand in YAML at all.
 */
final class TemplateMarks {

  private static final List<String> WORDS = List.of(
      "-",
      "/*",
      "if ",
      "else",
      "end ",
      "end}",
      "range ",
      "with ",
      "define ",
      "include ",
      "template ",
      "block ",
      "tpl ",
      "toYaml ",
      ".Values",
      ".Release",
      ".Chart",
      "$");

  private static final Pattern FOR_SCRIPTS =
      Pattern.compile("^[^#'\"]*(?::|-) +(?:%(?:[A-Z][A-Z0-9_]*%|%%|[sdvq]$)|@[A-Z][A-Z0-9_]*@)");

  private static final List<String> STATEMENTS =
      List.of("if ", "else", "end ", "end}", "end-", "range ", "with ", "define ");

  private TemplateMarks() {}

  /** Whether the text has {@code {{ }}} for an engine to fill in. */
  static boolean in(byte[] utf8) {
    return in(utf8, "{{");
  }

  /** Whether the text has Terraform's {@code %{ }}, or an expression that is no plain variable. */
  static boolean ofTerraformIn(byte[] utf8) {
    return in(utf8, "%{") || in(utf8, "${");
  }

  /** Whether the text has {@code {% %}}. */
  static boolean ofJinjaIn(byte[] utf8) {
    return in(utf8, "{%");
  }

  /** Whether the text has {@code $NAME} alone where YAML wants a key, for envsubst to put lines there. */
  static boolean ofEnvsubstIn(byte[] utf8) {
    return in(utf8, TemplateMarks::isVariable);
  }

  /**
   * Whether marks that YAML has nothing against are for an engine to fill in: what it is to do stands in
   * comments ({@code # {{ if .On }}}), or values begin with Mustache's three braces.
   */
  static boolean hiddenIn(byte[] utf8) {
    return in(utf8, TemplateMarks::isHidden);
  }

  private static boolean isHidden(byte[] utf8, int from, int to) {
    int at = from + indent(utf8, from, to);
    if (at < to && utf8[at] == '#') {
      int mark = at + 1 + indent(utf8, at + 1, to);
      return mark + 1 < to
          && utf8[mark] == '{'
          && utf8[mark + 1] == '{'
          && isStatement(utf8, mark + 2, to);
    }
    String line = new String(utf8, from, to - from, StandardCharsets.UTF_8);
    return line.contains("\"{{{") || line.contains("'{{{");
  }

  /**
   * Whether an engine is yet to write who an object is: where its name or namespace begins with a mark,
   * which is quoted so that YAML has nothing against it, all the rest may be filled in, too.
   */
  static boolean areWhoItIs(Node root) {
    Node metadata = root.get("metadata");
    return metadata.get("name").stringOr("").startsWith("{{")
        || metadata.get("namespace").stringOr("").startsWith("{{");
  }

  /** Whether an engine would branch or repeat there, and not only put something in. */
  private static boolean isStatement(byte[] utf8, int from, int to) {
    String rest = new String(utf8, from, to - from, StandardCharsets.UTF_8);
    String statement = (rest.startsWith("-") ? rest.substring(1) : rest).stripLeading();
    return STATEMENTS.stream().anyMatch(statement::startsWith);
  }

  /** Whether a value begins with {@code %NAME%} or {@code @NAME@}, as no plain one of YAML can. */
  static boolean ofScriptsIn(byte[] utf8) {
    return in(utf8, TemplateMarks::isForScripts);
  }

  private static boolean isForScripts(byte[] utf8, int from, int to) {
    String line = new String(utf8, from, to - from, StandardCharsets.UTF_8);
    return FOR_SCRIPTS.matcher(line).find();
  }

  private static boolean isVariable(byte[] utf8, int from, int to) {
    return from < to
        && utf8[from] == '$'
        && Placeholder.isAll(
            new String(utf8, from, to - from, StandardCharsets.UTF_8).stripTrailing());
  }

  private static boolean in(byte[] utf8, String mark) {
    return in(utf8, (text, from, to) -> isMarked(text, from, to, mark));
  }

  /** Tells whether the line from {@code from} to {@code to} is one of a template. */
  interface LineTest {
    boolean isMarked(byte[] utf8, int from, int to);
  }

  /** Whether a line that is in no block of text is one of a template. */
  static boolean in(byte[] utf8, LineTest test) {
    int block = -1;
    int from = 0;
    while (from < utf8.length) {
      int to = endOfLine(utf8, from);
      int indent = indent(utf8, from, to);
      boolean inBlock = from + indent == to || (block >= 0 && indent > block);
      if (!inBlock) {
        if (test.isMarked(utf8, from, to)) {
          return true;
        }
        block = opensBlock(utf8, from, to) ? indent : -1;
      }
      from = to + 1;
    }
    return false;
  }

  private static int endOfLine(byte[] utf8, int from) {
    int end = from;
    while (end < utf8.length && utf8[end] != '\n') {
      end++;
    }
    return end;
  }

  private static int indent(byte[] utf8, int from, int to) {
    int at = from;
    while (at < to && (utf8[at] == ' ' || utf8[at] == '\r')) {
      at++;
    }
    return at - from;
  }

  /** Whether the marks stand where a value, a key or a whole line begins. */
  private static boolean isMarked(byte[] utf8, int from, int to, String mark) {
    byte quote = 0;
    byte before = 0;
    for (int at = from; at < to; at++) {
      byte here = utf8[at];
      if (quote == 0 && here == '#' && (at == from || utf8[at - 1] == ' ')) {
        return false;
      }
      boolean isMark = here == mark.charAt(0) && at + 1 < to && utf8[at + 1] == mark.charAt(1);
      if (isMark && (mark.equals("${") || quote == 0)) {
        boolean marked = switch (mark) {
          case "{{" ->
            isBeforeValue(before)
                || before == 0 && (isControl(utf8, at + 2, to) || isWholeLine(utf8, to));
          case "${" -> isExpression(utf8, at + 2, to, before == 0);
          default -> isBeforeValue(before) || before == 0;
        };
        if (marked) {
          return true;
        }
      }
      if (here == '"' || here == '\'') {
        quote =
            quote == 0 && (before == 0 || isBeforeValue(before)) ? here : here == quote ? 0 : quote;
      }
      before = here == ' ' || here == '\r' ? before : here;
    }
    return false;
  }

  /** Where YAML wants a key, {@code {{ include }}} alone can only be filled in. */
  private static boolean isWholeLine(byte[] utf8, int to) {
    int end = to;
    while (end > 0 && (utf8[end - 1] == ' ' || utf8[end - 1] == '\r')) {
      end--;
    }
    return end > 1 && utf8[end - 1] == '}' && utf8[end - 2] == '}';
  }

  private static boolean isBeforeValue(byte before) {
    return before == ':' || before == '-' || before == '[' || before == ',' || before == '{';
  }

  private static boolean isControl(byte[] utf8, int from, int to) {
    int start = from + indent(utf8, from, to);
    String rest = new String(utf8, start, Math.min(to - start, 12), StandardCharsets.UTF_8);
    return WORDS.stream().anyMatch(rest::startsWith);
  }

  /**
   * Whether more than a variable stands between the braces, as {@code a ? "b" : "c"} does; or that
   * {@code alone}, where YAML would want a key.
   */
  private static boolean isExpression(byte[] utf8, int from, int to, boolean starts) {
    int name = from + indent(utf8, from, to);
    int end = name;
    while (end < to && (Character.isLetterOrDigit(utf8[end]) || utf8[end] == '_')) {
      end++;
    }
    int next = end + indent(utf8, end, to);
    if (end == name || next >= to) {
      return false;
    }
    if (utf8[next] == '}') {
      return starts && next + 1 + indent(utf8, next + 1, to) == to;
    }
    boolean isChoice = utf8[next] == '?' && next > end;
    boolean isComparison =
        next + 1 < to && utf8[next + 1] == '=' && "=!<>".indexOf(utf8[next]) >= 0;
    return isChoice || isComparison || ".([&|<>*".indexOf(utf8[next]) >= 0;
  }

  /** Whether the line ends with {@code |} or {@code >}, with or without indicators. */
  private static boolean opensBlock(byte[] utf8, int from, int to) {
    int at = to - 1;
    while (at > from && (utf8[at] == ' ' || utf8[at] == '\r')) {
      at--;
    }
    while (at > from
        && (utf8[at] == '-' || utf8[at] == '+' || (utf8[at] >= '1' && utf8[at] <= '9'))) {
      at--;
    }
    return at > from && (utf8[at] == '|' || utf8[at] == '>') && utf8[at - 1] == ' ';
  }
}
