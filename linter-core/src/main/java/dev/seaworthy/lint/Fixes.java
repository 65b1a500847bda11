package dev.seaworthy.lint;

import dev.seaworthy.diagnostic.Fix;
import dev.seaworthy.diagnostic.SourceText;
import dev.seaworthy.manifest.edit.YamlEditor;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Repairs of the objects of one file as changes of its text, where somebody wants them. */
final class Fixes {

  /** Nobody wants them, and so they cost nothing. */
  static final Fixes NONE = new Fixes(null);

  private final @Nullable Supplier<SourceText> source;
  private @Nullable YamlEditor editor;

  private Fixes(@Nullable Supplier<SourceText> source) {
    this.source = source;
  }

  static Fixes in(Supplier<SourceText> source) {
    return new Fixes(source);
  }

  /** What would mend {@code finding}; files are worked on by one thread at a time. */
  Optional<Fix> of(Finding finding) {
    if (source == null || finding.repair().isEmpty()) {
      return Optional.empty();
    }
    YamlEditor editing = editor == null ? YamlEditor.of(source.get()) : editor;
    editor = editing;
    Repair repair = finding.repair().get();
    return editing
        .edit(finding.object().resource().root(), repair.changes())
        .map(edits -> new Fix(edits, repair.safe()));
  }

  /** Lets go of what was read for them; it can be read again, and files are many. */
  void release() {
    editor = null;
  }
}
