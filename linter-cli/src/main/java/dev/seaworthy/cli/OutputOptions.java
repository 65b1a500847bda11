package dev.seaworthy.cli;

import dev.seaworthy.report.text.Palette;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** In which form to print. */
@Command
final class OutputOptions {

  /** The forms of output. */
  enum Format {
    text,
    json
  }

  /** When to use colours. */
  enum Color {
    auto,
    always,
    never
  }

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FORMAT",
      description = "${COMPLETION-CANDIDATES}; default: ${DEFAULT-VALUE}.")
  private Format format = Format.text;

  @Option(
      names = "--color",
      paramLabel = "WHEN",
      description = "${COMPLETION-CANDIDATES}; auto, the default, heeds NO_COLOR.")
  private Color color = Color.auto;

  boolean isJson() {
    return format == Format.json;
  }

  Palette palette(Console console) {
    @Nullable String refused = console.environment().get("NO_COLOR");
    boolean wanted = switch (color) {
      case always -> true;
      case never -> false;
      case auto ->
        console.outIsTerminal()
            && (refused == null || refused.isEmpty())
            && !"dumb"
                .equals(console.environment().getOrDefault("TERM", "").toLowerCase(Locale.ROOT));
    };
    return wanted ? Palette.COLOURED : Palette.PLAIN;
  }
}
