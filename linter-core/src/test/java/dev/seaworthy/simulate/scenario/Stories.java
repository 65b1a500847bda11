package dev.seaworthy.simulate.scenario;

import dev.seaworthy.api.Release;
import dev.seaworthy.api.catalog.BuiltInCatalog;
import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.diagnostic.Severity;
import dev.seaworthy.simulate.clock.Seed;
import dev.seaworthy.simulate.scenario.ScenarioPlayer.Played;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Stories that stand in tests, played in a folder of their own. */
public final class Stories {

  /** A Deployment {@code web} of so many pods, image {@code web:1}. */
  public static final String WEB = """
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: web}
      spec:
        replicas: %d
        selector: {matchLabels: {app: web}}
        template:
          metadata: {labels: {app: web}}
          spec: {containers: [{name: web, image: "web:1"}]}
      """;

  private final Path folder;

  private Stories(Path folder) {
    this.folder = folder;
  }

  public static Stories in(Path folder) {
    return new Stories(folder);
  }

  /** With a file that steps can name. */
  public Stories with(String file, String text) {
    try {
      Files.createDirectories(folder.resolve(file).getParent());
      Files.writeString(folder.resolve(file), text);
      return this;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  public Played play(String scenario) {
    with(ScenarioPlayer.FILE, scenario);
    try {
      return ScenarioPlayer.of(BuiltInCatalog.of(Release.NEWEST), Seed.NONE).play(folder);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** The errors of a play as {@code line:column message}. */
  public List<String> errors(String scenario) {
    Played played = play(scenario);
    List<Diagnostic> all =
        played.answer().isEmpty() ? played.problems() : played.outcome().problems();
    return all.stream()
        .filter(problem -> problem.severity() == Severity.ERROR)
        .map(problem ->
            problem.place().line() + ":" + problem.place().column() + " " + problem.message())
        .toList();
  }
}
