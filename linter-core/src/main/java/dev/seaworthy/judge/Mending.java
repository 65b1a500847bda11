package dev.seaworthy.judge;

import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.diagnostic.Edit;
import dev.seaworthy.diagnostic.Fix;
import dev.seaworthy.diagnostic.SourceText;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.edit.Change;
import dev.seaworthy.manifest.edit.YamlEditor;
import dev.seaworthy.validate.field.Mend;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is wrong in one file and easily put right, as it should be written. */
public final class Mending {

  private final SourceText source;
  private @Nullable YamlEditor editor;

  public Mending(SourceText source) {
    this.source = source;
  }

  /** {@code diagnostic}, which is about {@code field} of {@code object}, with what mends it. */
  Diagnostic mend(Diagnostic diagnostic, Mend mend, Node object, FieldPath field) {
    if (mend instanceof Mend.Rename rename) {
      return renamed(diagnostic, object, new Change.Rename(field, rename.name()));
    }
    if (mend.equals(Mend.OTHERWISE)) {
      return diagnostic;
    }
    return source
        .at(diagnostic.place())
        .flatMap(written ->
            mend.equals(Mend.QUOTE) ? quoted(diagnostic, written) : unquoted(diagnostic, written))
        .orElse(diagnostic);
  }

  private Diagnostic renamed(Diagnostic diagnostic, Node object, Change change) {
    if (editor == null) {
      editor = YamlEditor.of(source);
    }
    return editor
        .edit(object, List.of(change))
        .map(edits -> diagnostic.withFix(new Fix(edits, true)))
        .orElse(diagnostic);
  }

  private static Optional<Diagnostic> quoted(Diagnostic diagnostic, String written) {
    boolean simple = written.indexOf('"') < 0 && written.indexOf('\\') < 0;
    String quoted = '"' + written + '"';
    return simple
        ? Optional.of(
            mended(diagnostic, "Quote it, so that YAML reads it as text: " + quoted, quoted))
        : Optional.empty();
  }

  private static Optional<Diagnostic> unquoted(Diagnostic diagnostic, String written) {
    boolean inQuotes = written.length() > 2
        && (written.charAt(0) == '"' || written.charAt(0) == '\'')
        && written.charAt(written.length() - 1) == written.charAt(0);
    if (!inQuotes) {
      return Optional.empty();
    }
    String bare = written.substring(1, written.length() - 1);
    return Optional.of(mended(diagnostic, "Write it without quotes: " + bare, bare));
  }

  private static Diagnostic mended(Diagnostic diagnostic, String remedy, String text) {
    Edit edit = new Edit(diagnostic.place(), text);
    return diagnostic.withRemedy(remedy).withFix(new Fix(List.of(edit), true));
  }
}
