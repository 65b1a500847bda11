package dev.seaworthy.judge;

import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.diagnostic.Edit;
import dev.seaworthy.diagnostic.Location;
import dev.seaworthy.diagnostic.SourceText;
import dev.seaworthy.validate.field.Mend;
import java.util.Optional;

/** Values of one file that only quotes keep from being right, as they should be written. */
final class Quotes {

  private final SourceText source;

  Quotes(SourceText source) {
    this.source = source;
  }

  /** {@code diagnostic} with what mends it, if a change of quotes does. */
  Diagnostic mend(Diagnostic diagnostic, Mend mend) {
    if (mend == Mend.OTHERWISE) {
      return diagnostic;
    }
    return source
        .at(diagnostic.place())
        .flatMap(written ->
            mend == Mend.QUOTE ? quoted(diagnostic, written) : unquoted(diagnostic, written))
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
    Location place = diagnostic.place();
    return diagnostic.withRemedy(remedy).withFix(new Edit(place, text));
  }
}
