package dev.seaworthy.cli;

import java.util.ArrayList;
import java.util.List;

/** Text for a terminal: wrapped at words, without the marks of Markdown. */
final class Prose {

  private Prose() {}

  /** Markdown as a person reads it in a terminal; blocks of code stay as they are, indented. */
  static String page(String markdown, int width) {
    StringBuilder out = new StringBuilder();
    StringBuilder paragraph = new StringBuilder();
    boolean code = false;
    for (String line : markdown.lines().toList()) {
      boolean fence = line.strip().startsWith("```");
      boolean begins =
          line.isBlank() || line.stripLeading().startsWith("- ") || line.startsWith("#");
      if (fence || code || begins) {
        out.append(block(paragraph.toString(), width));
        paragraph.setLength(0);
      }
      code ^= fence;
      if (line.isBlank()) {
        out.append('\n');
      } else if (code && !fence) {
        out.append("    ").append(line).append('\n');
      } else if (!fence) {
        paragraph.append(paragraph.isEmpty() ? "" : " ").append(line.strip());
      }
    }
    return out.append(block(paragraph.toString(), width)).toString();
  }

  private static String block(String paragraph, int width) {
    if (paragraph.isEmpty()) {
      return "";
    }
    String text = plain(paragraph);
    return wrapped(text, width, text.startsWith("- ") ? "  " : "") + "\n";
  }

  /** Without the marks for headings, weight, code and links. */
  static String plain(String markdown) {
    return markdown
        .replaceFirst("^#+ ", "")
        .replace("**", "")
        .replace("`", "")
        .replaceAll("\\[([^\\]]*)]\\(([^)]*)\\)", "$1 ($2)");
  }

  /** {@code text} in lines of at most {@code width}; all but the first begin with {@code indent}. */
  static String wrapped(String text, int width, String indent) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.strip().split(" ")) {
      boolean full =
          line.length() + 1 + word.length() > width && !line.toString().isBlank();
      if (full) {
        lines.add(line.toString());
        line = new StringBuilder(indent);
      }
      line.append(line.toString().isBlank() ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return String.join("\n", lines);
  }
}
