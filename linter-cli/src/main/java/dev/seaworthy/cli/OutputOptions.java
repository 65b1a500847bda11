package dev.seaworthy.cli;

import dev.seaworthy.report.text.Palette;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** In which form to print. */
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

  private Format format = Format.text;
  private Color color = Color.auto;

  void addTo(CommandSpec spec) {
    spec.addOption(Options.value("FORMAT", Format.class, given -> format = given, "-o", "--output")
        .description("${COMPLETION-CANDIDATES}; default: text.")
        .build());
    spec.addOption(Options.value("WHEN", Color.class, given -> color = given, "--color")
        .description("${COMPLETION-CANDIDATES}; auto, the default, heeds NO_COLOR.")
        .build());
  }

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
