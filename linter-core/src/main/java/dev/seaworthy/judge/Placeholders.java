package dev.seaworthy.judge;

import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.diagnostic.Location;
import dev.seaworthy.diagnostic.Severity;
import dev.seaworthy.manifest.Document;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Span;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What to make of variables such as {@code ${TAG}}, which something fills in before a cluster reads. */
public enum Placeholders {
  /** Their values are unknown, neither right nor wrong. */
  UNKNOWN,
  /** They are mistakes: nothing fills them in. */
  ERROR;

  /** The code for a placeholder where there must be none. */
  public static final String CODE = "placeholder";

  /** The placeholders of {@code document}, if they are mistakes. */
  List<Diagnostic> mistakes(Document document, int most) {
    return this == UNKNOWN
        ? List.of()
        : Unknowns.in(document)
            .map(unknowns -> unknowns.placeholders().limit(most))
            .map(values -> values.map(value -> mistake(document, value)).toList())
            .orElse(List.of());
  }

  private static Diagnostic mistake(Document document, Node value) {
    Span span = value.span();
    return Diagnostic.of(
            CODE,
            Severity.ERROR,
            "the placeholder "
                + Optional.of(value.stringOr(""))
                    .filter(text -> !text.isEmpty())
                    .orElse("in a key")
                + " is not filled in",
            new Location(
                document.file(), span.line(), span.column(), span.endLine(), span.endColumn()))
        .withRemedy("Have envsubst or flux build fill it in, and judge what they write.");
  }

  /** The word that people write. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
