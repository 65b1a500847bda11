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

  private static final int TYPICAL_LENGTH = 1 << 10;

  private final Palette palette;
  private final String field;
  private final String remedy;
  private final String see;
  private final String learn;

  public DiagnosticText(Palette palette) {
    this.palette = palette;
    this.field = palette.frame("   = field   ");
    this.remedy = palette.frame("   = remedy  ");
    this.see = palette.frame("   = see     ");
    this.learn = palette.frame("   = learn   ");
  }

  /** One diagnostic, ending with an empty line. {@code source} is the file that it is about. */
  public String write(Diagnostic diagnostic, SourceText source) {
    return write(List.of(diagnostic), source);
  }

  /** Several that are about one place: a line each, the place once, and all that is to do. */
  String write(List<Diagnostic> group, SourceText source) {
    Diagnostic first = group.get(0);
    StringBuilder out = new StringBuilder(TYPICAL_LENGTH);
    for (Diagnostic each : group) {
      headline(each, out);
      out.append('\n');
    }
    new Excerpt(source, palette).write(first, out);
    notes(group, DiagnosticText::field, field, out);
    notes(group, Diagnostic::remedy, remedy, out);
    for (Related related : first.related()) {
      if (!related.place().file().equals(first.place().file())) {
        note(out, see, related.place() + ": " + related.message());
      }
    }
    learn(group, out);
    return out.append('\n').toString();
  }

  /** One is enough of an example: the names of the others stand in their lines. */
  private void learn(List<Diagnostic> group, StringBuilder out) {
    for (Diagnostic each : group) {
      Optional<String> command = Learning.about(each);
      if (command.isPresent()) {
        note(out, learn, command.get());
        return;
      }
    }
  }

  /** What the diagnostics of a group say beside their messages, the same once. */
  private static void notes(
      List<Diagnostic> group,
      Function<Diagnostic, Optional<String>> part,
      String label,
      StringBuilder out) {
    if (group.size() == 1) {
      Optional<String> only = part.apply(group.get(0));
      if (only.isPresent()) {
        note(out, label, only.get());
      }
      return;
    }
    Set<String> parts = new LinkedHashSet<>();
    for (Diagnostic each : group) {
      part.apply(each).ifPresent(parts::add);
    }
    for (String text : parts) {
      note(out, label, text);
    }
  }

  private static Optional<String> field(Diagnostic diagnostic) {
    Optional<String> field = diagnostic.field();
    if (field.isEmpty() || field.get().isEmpty()) {
      return Optional.empty();
    }
    Optional<String> reason = diagnostic.reason();
    return reason.isEmpty() ? field : Optional.of(field.get() + " (" + reason.get() + ")");
  }

  /**
   * {@code file:line:column: severity: message}, the place only if it is in a file, with the rule's
   * name where a rule speaks.
   */
  public String headline(Diagnostic diagnostic) {
    StringBuilder out = new StringBuilder();
    headline(diagnostic, out);
    return out.toString();
  }

  private void headline(Diagnostic diagnostic, StringBuilder out) {
    if (diagnostic.place().isInFile()) {
      out.append(palette.bold(VisibleLine.safe(diagnostic.place() + ":"))).append(' ');
    }
    out.append(palette.severity(diagnostic.severity(), diagnostic.severity().word() + ":"))
        .append(' ')
        .append(palette.bold(VisibleLine.safe(diagnostic.message())));
    if (Learning.isRule(diagnostic)) {
      out.append(palette.frame(" [" + diagnostic.code() + "]"));
    }
  }

  private static void note(StringBuilder out, String label, String text) {
    out.append(label).append(VisibleLine.safe(text)).append('\n');
  }
}
