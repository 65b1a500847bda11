package dev.seaworthy.manifest;

import com.google.re2j.Pattern;
import java.nio.charset.StandardCharsets;

/**
 * Tells a template of ytt, whose code stands in comments that begin with {@code #@}, so that it is
 * YAML before it is filled in, too. An ordinary comment that happens to begin so is none: behind the
 * mark there must be an annotation, a statement, or the value that a key or an item lacks.
 */
final class YttMarks {

  private static final Pattern ANNOTATION =
      Pattern.compile("\\s*#@(overlay|data|schema|yaml|library|assert|template)/.*");

  private static final Pattern STATEMENT = Pattern.compile("\\s*#@ *("
      + "load\\(.*|def \\w+\\(.*|(if|elif|while) .*:|for [\\w, ]+ in .*:|(if|for)/end .*"
      + "|(else|end)\\s*:?|[A-Za-z_]\\w* *=[^=].*|(assert|template|struct)\\..*)");

  private static final Pattern VALUE = Pattern.compile("([^#]*:|[ -]*-) +#@ +[^ ].*");

  private YttMarks() {}

  /** Whether the text has code for ytt to run. */
  static boolean in(byte[] utf8) {
    return TemplateMarks.in(utf8, YttMarks::isMarked);
  }

  private static boolean isMarked(byte[] utf8, int from, int to) {
    int mark = from;
    while (mark < to && utf8[mark] != '#') {
      mark++;
    }
    if (mark + 1 >= to || utf8[mark + 1] != '@') {
      return false;
    }
    String line = new String(utf8, from, to - from, StandardCharsets.UTF_8).stripTrailing();
    return ANNOTATION.matches(line) || STATEMENT.matches(line) || VALUE.matches(line);
  }
}
