package dev.seaworthy.report.text;

import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.diagnostic.Diagnostic.Related;
import dev.seaworthy.diagnostic.SourceText;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

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
    return write(List.of(diagnostic), source);
  }

  /** Several that are about one place: a line each, the place once, and all that is to do. */
  String write(List<Diagnostic> group, SourceText source) {
    Diagnostic first = group.get(0);
    StringBuilder out = new StringBuilder();
    group.forEach(each -> out.append(headline(each)).append('\n'));
    out.append(new Excerpt(source, palette).of(first));
    distinct(group, DiagnosticText::field).forEach(field -> note(out, "field", field));
    distinct(group, Diagnostic::remedy).forEach(remedy -> note(out, "remedy", remedy));
    for (Related related : first.related()) {
      if (!related.place().file().equals(first.place().file())) {
        note(out, "see", related.place() + ": " + related.message());
      }
    }
    // One is enough of an example: the names of the others stand in their lines.
    distinct(group, Learning::about).stream()
        .findFirst()
        .ifPresent(command -> note(out, "learn", command));
    return out.append('\n').toString();
  }

  private static Set<String> distinct(
      List<Diagnostic> group, Function<Diagnostic, Optional<String>> part) {
    Set<String> parts = new LinkedHashSet<>();
    for (Diagnostic each : group) {
      part.apply(each).ifPresent(parts::add);
    }
    return parts;
  }

  private static Optional<String> field(Diagnostic diagnostic) {
    return diagnostic
        .field()
        .filter(field -> !field.isEmpty())
        .map(field -> field + diagnostic.reason().map(word -> " (" + word + ")").orElse(""));
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
