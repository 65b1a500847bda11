package dev.seaworthy.judge;

import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.diagnostic.Edit;
import dev.seaworthy.diagnostic.Fix;
import dev.seaworthy.diagnostic.SourceText;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.manifest.ManifestReader;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.manifest.edit.Change;
import dev.seaworthy.manifest.edit.YamlEditor;
import dev.seaworthy.validate.field.Mend;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is wrong in one file and easily put right, as it should be written. */
public final class Mending {

  private final SourceText source;
  private final boolean fixes;
  private @Nullable YamlEditor editor;

  /** @param fixes whether anybody wants the edits; else it says what to do, and does not try them */
  public Mending(SourceText source, boolean fixes) {
    this.source = source;
    this.fixes = fixes;
  }

  /** {@code diagnostic}, which is about {@code field} of {@code object}, with what mends it. */
  Diagnostic mend(Diagnostic diagnostic, Mend mend, Node object, FieldPath field) {
    if (mend instanceof Mend.Rename rename) {
      return fixes
          ? renamed(diagnostic, object, new Change.Rename(field, rename.name()))
          : diagnostic;
    }
    if (mend.equals(Mend.OTHERWISE)) {
      return diagnostic;
    }
    return source
        .at(diagnostic.place())
        .flatMap(written -> mend.equals(Mend.QUOTE) ? quoted(written) : unquoted(written))
        .map(value -> rewritten(diagnostic, value, object, field))
        .orElse(diagnostic);
  }

  private Diagnostic renamed(Diagnostic diagnostic, Node object, Change change) {
    return editor()
        .edit(object, List.of(change))
        .map(edits -> diagnostic.withFix(new Fix(edits, true)))
        .orElse(diagnostic);
  }

  private YamlEditor editor() {
    if (editor == null) {
      editor = YamlEditor.of(source);
    }
    return editor;
  }

  /** A value as it should be written, what YAML reads it as, and what to say of it. */
  private record Rewritten(String text, Node value, String remedy) {}

  /** What an anchor, a tag or an alias makes of a value is its author's to say. */
  private static Optional<Rewritten> quoted(String written) {
    boolean isPlain = !written.isEmpty()
        && "&!*".indexOf(written.charAt(0)) < 0
        && written.indexOf('"') < 0
        && written.indexOf('\\') < 0;
    String quoted = '"' + written + '"';
    return isPlain
        ? Optional.of(new Rewritten(
            quoted, Scalar.of(written), "Quote it, so that YAML reads it as text: " + quoted))
        : Optional.empty();
  }

  private Optional<Rewritten> unquoted(String written) {
    boolean inQuotes = written.length() > 2
        && (written.charAt(0) == '"' || written.charAt(0) == '\'')
        && written.charAt(written.length() - 1) == written.charAt(0);
    if (!inQuotes) {
      return Optional.empty();
    }
    String bare = written.substring(1, written.length() - 1);
    return read(bare)
        .filter(value -> !value.isString())
        .map(value -> new Rewritten(bare, value, "Write it without quotes: " + bare));
  }

  private Optional<Node> read(String bare) {
    byte[] entry = ("value: " + bare).getBytes(StandardCharsets.UTF_8);
    return new ManifestReader()
        .readValues(source.file(), entry).documents().stream()
            .map(document -> document.root().get("value"))
            .findFirst();
  }

  private Diagnostic rewritten(Diagnostic diagnostic, Rewritten to, Node object, FieldPath field) {
    Diagnostic advised = diagnostic.withRemedy(to.remedy());
    Edit edit = new Edit(diagnostic.place(), to.text());
    return fixes && editor().makes(object, new Change.Put(field, to.value()), edit)
        ? advised.withFix(new Fix(List.of(edit), true))
        : advised;
  }
}
