package dev.seaworthy.lint;

import dev.seaworthy.api.Release;
import dev.seaworthy.api.catalog.BuiltInCatalog;
import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.diagnostic.Severity;
import dev.seaworthy.lint.check.LintChecks;
import dev.seaworthy.manifest.ManifestReader;
import dev.seaworthy.manifest.Reading;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Lints texts in tests, without verdicts. */
final class Lint {

  private final Linter linter;

  private Lint(Linter linter) {
    this.linter = linter;
  }

  static Lint with(RuleCatalog catalog, LintSettings settings) {
    return new Lint(linter(catalog, settings));
  }

  /** A linter that knows the kinds of the settings' release, or of the newest that there is. */
  static Linter linter(RuleCatalog catalog, LintSettings settings) {
    Release known = settings.release().isSupported() ? settings.release() : Release.NEWEST;
    return Linter.of(catalog, LintChecks::find, settings, BuiltInCatalog.of(known));
  }

  static Lint recommended() {
    return with(RuleCatalog.load(), LintSettings.of(Release.NEWEST));
  }

  List<Diagnostic> run(String text) {
    return run(new ManifestReader().read("test.yaml", text.getBytes(StandardCharsets.UTF_8)));
  }

  List<Diagnostic> run(Reading... readings) {
    return linter.lint(LintInput.of(List.of(readings).stream().map(Lint::file).toList()));
  }

  private static LintInput.File file(Reading reading) {
    List<LintInput.Item> items =
        reading.documents().stream().map(d -> new LintInput.Item(d, false)).toList();
    return new LintInput.File(items, reading::source);
  }

  /** {@code rule@line}, to compare with. */
  static List<String> brief(List<Diagnostic> diagnostics) {
    return diagnostics.stream().map(d -> d.code() + "@" + d.place().line()).toList();
  }

  static List<Severity> severities(List<Diagnostic> diagnostics) {
    return diagnostics.stream().map(Diagnostic::severity).toList();
  }
}
