package dev.seaworthy.manifest;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Tells a text that a template engine has yet to fill in from one that only quotes {@code {{ }}}, as
 * alerts and dashboards in a ConfigMap do: in a template the marks stand where YAML wants a value,
 * outside quotes and blocks of text. There {@code %{ }}, by which Terraform's templates branch and
 * repeat, cannot stand in YAML at all.
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

  private TemplateMarks() {}

  /** Whether the text has {@code {{ }}} for an engine to fill in. */
  static boolean in(byte[] utf8) {
    return in(utf8, (byte) '{');
  }

  /** Whether the text has Terraform's {@code %{ }}. */
  static boolean ofTerraformIn(byte[] utf8) {
    return in(utf8, (byte) '%');
  }

  private static boolean in(byte[] utf8, byte first) {
    int block = -1;
    int from = 0;
    while (from < utf8.length) {
      int to = endOfLine(utf8, from);
      int indent = indent(utf8, from, to);
      boolean inBlock = from + indent == to || (block >= 0 && indent > block);
      if (!inBlock) {
        if (isMarked(utf8, from, to, first)) {
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
  private static boolean isMarked(byte[] utf8, int from, int to, byte first) {
    byte quote = 0;
    byte before = 0;
    for (int at = from; at < to; at++) {
      byte here = utf8[at];
      if (quote == 0 && here == '#' && (at == from || utf8[at - 1] == ' ')) {
        return false;
      }
      if (quote == 0 && here == first && at + 1 < to && utf8[at + 1] == '{') {
        boolean starts = before == 0 && (first == '%' || isControl(utf8, at + 2, to));
        if (starts || isBeforeValue(before)) {
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

  private static boolean isBeforeValue(byte before) {
    return before == ':' || before == '-' || before == '[' || before == ',' || before == '{';
  }

  private static boolean isControl(byte[] utf8, int from, int to) {
    int start = from + indent(utf8, from, to);
    String rest = new String(utf8, start, Math.min(to - start, 12), StandardCharsets.UTF_8);
    return WORDS.stream().anyMatch(rest::startsWith);
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
