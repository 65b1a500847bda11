package dev.seaworthy.report.text;

import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.diagnostic.Diagnostic.Related;
import dev.seaworthy.diagnostic.SourceText;

/**
 * Diagnostics as people like them: a first line that is enough for an editor, the lines it speaks
 * of with a mark under the culprit, then what to know and to do.
 */
public final class DiagnosticText {

  private final Palette palette;

  public DiagnosticText(Palette palette) {
    this.palette = palette;
  }

  /** One diagnostic, ending with an empty line. {@code source} is the file that it is about. */
  public String write(Diagnostic diagnostic, SourceText source) {
    StringBuilder out = new StringBuilder();
    out.append(headline(diagnostic)).append('\n');
    out.append(new Excerpt(source, palette).of(diagnostic));
    diagnostic
        .field()
        .filter(field -> !field.isEmpty())
        .ifPresent(field -> note(
            out,
            "field",
            field + diagnostic.reason().map(word -> " (" + word + ")").orElse("")));
    diagnostic.remedy().ifPresent(remedy -> note(out, "remedy", remedy));
    for (Related related : diagnostic.related()) {
      if (!related.place().file().equals(diagnostic.place().file())) {
        note(out, "see", related.place() + ": " + related.message());
      }
    }
    Learning.about(diagnostic).ifPresent(command -> note(out, "learn", command));
    return out.append('\n').toString();
  }

  /** {@code file:line:column: severity: message}, with the rule's name where a rule speaks. */
  public String headline(Diagnostic diagnostic) {
    String rule = Learning.isRule(diagnostic) ? " [" + diagnostic.code() + "]" : "";
    return palette.bold(VisibleLine.safe(diagnostic.place().toString()) + ":")
        + " "
        + palette.severity(diagnostic.severity(), diagnostic.severity().word() + ":")
        + " "
        + palette.bold(VisibleLine.safe(diagnostic.message()))
        + palette.frame(rule);
  }

  private void note(StringBuilder out, String label, String text) {
    out.append(palette.frame("   = " + label + " ".repeat(8 - label.length())))
        .append(VisibleLine.safe(text))
        .append('\n');
  }
}
