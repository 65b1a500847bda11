package dev.seaworthy.report.markdown;

import java.util.List;

/** Text of others within Markdown: it must not become markup, mention anybody or move a cursor. */
final class Markdown {

  private static final String SPECIAL = "\\`*_[]#|~$";

  private Markdown() {}

  /** As plain text on one line. */
  static String text(String text) {
    StringBuilder safe = new StringBuilder(text.length() + 8);
    text.codePoints().forEach(c -> {
      if (SPECIAL.indexOf(c) >= 0) {
        safe.append('\\').appendCodePoint(c);
      } else {
        safe.append(inHtml(c));
      }
    });
    return safe.toString();
  }

  /** As text within an element of HTML, where nothing else is read as markup. */
  private static String html(String text) {
    StringBuilder safe = new StringBuilder(text.length() + 8);
    text.codePoints().forEach(c -> safe.append(inHtml(c)));
    return safe.toString();
  }

  private static String inHtml(int c) {
    return switch (c) {
      case '<' -> "&lt;";
      case '>' -> "&gt;";
      case '&' -> "&amp;";
      // A zero-width joiner keeps it from being a mention.
      case '@' -> "@\u200d";
      default -> misleads(c) ? " " : Character.toString(c);
    };
  }

  private static boolean misleads(int c) {
    return Character.isISOControl(c) || Character.getType(c) == Character.FORMAT;
  }

  /** As code on one line, whatever backquotes it has. */
  static String code(String text) {
    StringBuilder line = new StringBuilder(text.length());
    text.codePoints().forEach(c -> line.appendCodePoint(misleads(c) ? ' ' : c));
    String fence = "`".repeat(longestRun(line) + 1);
    String gap = line.indexOf("`") >= 0 ? " " : "";
    return fence + gap + line.toString().replace("|", "\\|") + gap + fence;
  }

  /** Lines as a block of code. */
  static String block(String lines) {
    StringBuilder safe = new StringBuilder(lines.length());
    lines.codePoints().forEach(c -> safe.appendCodePoint(c != '\n' && misleads(c) ? ' ' : c));
    String fence = "`".repeat(Math.max(3, longestRun(safe) + 1));
    return fence + "\n" + safe.toString().stripTrailing() + "\n" + fence + "\n";
  }

  private static int longestRun(CharSequence text) {
    int longest = 0;
    int run = 0;
    for (int i = 0; i < text.length(); i++) {
      run = text.charAt(i) == '`' ? run + 1 : 0;
      longest = Math.max(longest, run);
    }
    return longest;
  }

  /** A row of a table. */
  static String row(List<String> cells) {
    return "| " + String.join(" | ", cells) + " |\n";
  }

  /** What is folded until somebody opens it. */
  static String folded(String title, String content) {
    return "<details><summary>" + html(title) + "</summary>\n\n" + content + "\n</details>\n";
  }
}
