package dev.seaworthy;

import dev.seaworthy.api.ApiCatalog;
import dev.seaworthy.api.Resource;
import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.diagnostic.Location;
import dev.seaworthy.diagnostic.Severity;
import dev.seaworthy.graph.InputObject;
import dev.seaworthy.manifest.FileProblem;
import dev.seaworthy.project.KustomizedFolder;
import dev.seaworthy.project.kustomize.KustomizationFile;
import dev.seaworthy.report.ScenarioReport;
import dev.seaworthy.report.SimulationReport;
import dev.seaworthy.simulate.clock.Seed;
import dev.seaworthy.simulate.explore.Exploration;
import dev.seaworthy.simulate.outcome.Outcome;
import dev.seaworthy.simulate.scenario.BuiltFolders.BuiltFolder;
import dev.seaworthy.simulate.scenario.ScenarioPlayer;
import dev.seaworthy.simulate.scenario.ScenarioPlayer.Played;
import dev.seaworthy.simulate.scenario.language.ScenarioFile;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Plays stories: steps such as applying files, failing nodes and waiting. */
final class Stories {

  private final ApiCatalog catalog;
  private final Settings settings;
  private final PlanReader plans;
  private final SeedExplorer explorer;

  Stories(ApiCatalog catalog, Settings settings) {
    this.catalog = catalog;
    this.settings = settings;
    this.plans = new PlanReader(catalog);
    this.explorer = new SeedExplorer(settings);
  }

  /** Plays a story to be looked at. */
  SimulationReport play(Path scenario) throws IOException, UnreadableInput {
    Played first = player(settings.play().seed()).play(scenario);
    if (first.answer().isEmpty()) {
      throw new UnreadableInput(first.problems());
    }
    Optional<Exploration> exploration = explorer.explore(seed -> outcomeOf(scenario, seed));
    Played played =
        exploration.isEmpty() ? first : player(explorer.seedToShow(exploration)).play(scenario);
    return new SimulationReports(settings).ofStory(played, exploration);
  }

  private ScenarioPlayer player(long seed) {
    return ScenarioPlayer.of(catalog, new Seed(seed))
        .admitting(settings.judge().admission())
        .withPodLimit(settings.play().podLimit())
        .assuming(settings.play().assume())
        .on(settings.play().controlPlane())
        .building(this::built)
        .asking(plans.inquiries(settings.play().dryRun()));
  }

  /** As {@code kubectl apply -k} sends a folder, or the kustomization file that is named itself. */
  private Optional<BuiltFolder> built(Path path) {
    boolean isFile = KustomizationFile.isNamedSo(path) && Files.isRegularFile(path);
    Path folder = isFile ? Objects.requireNonNullElse(path.getParent(), Path.of("")) : path;
    return KustomizedFolder.of(folder, catalog)
        .map(made -> new BuiltFolder(
            made.objects().stream()
                .map(object -> new InputObject(object.file(), new Resource(object.root())))
                .toList(),
            made.sources(),
            made.problems()));
  }

  private Outcome outcomeOf(Path scenario, long seed) {
    try {
      return player(seed).play(scenario).outcome();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** Plays a story as a test; whatever keeps it from being played is a problem of the report. */
  ScenarioReport test(Path scenario) {
    String file = scenario.toString().replace(File.separatorChar, '/');
    try {
      Optional<Exploration> exploration = explorer.explore(seed -> outcomeOf(scenario, seed));
      Played played = player(explorer.seedToShow(exploration)).play(scenario);
      String name = played.name().isEmpty() ? nameOf(scenario) : played.name();
      return new ScenarioReport(
          file,
          name,
          played.purpose(),
          explorer.seedToShow(exploration),
          played.outcome().history().length(),
          played.expectations().all(),
          played.expectations().failed(),
          played.answer().isEmpty() ? played.problems() : played.outcome().problems(),
          played.sources());
    } catch (UncheckedIOException unreadable) {
      return unplayed(scenario, file, Objects.requireNonNull(unreadable.getCause()));
    } catch (IOException unreadable) {
      return unplayed(scenario, file, unreadable);
    }
  }

  private ScenarioReport unplayed(Path scenario, String file, IOException unreadable) {
    Diagnostic problem = Diagnostic.of(
        ScenarioFile.CODE,
        Severity.ERROR,
        "the story can't be read: " + FileProblem.named(unreadable),
        Location.ofFile(file));
    return new ScenarioReport(
        file,
        nameOf(scenario),
        "",
        settings.play().seed(),
        Duration.ZERO,
        0,
        0,
        List.of(problem),
        Map.of());
  }

  /** {@code web} for {@code web.scenario.yaml}, the folder's name for {@code scenario.yaml}. */
  private static String nameOf(Path scenario) {
    Path file = scenario.toAbsolutePath();
    String name = String.valueOf(file.getFileName()).replaceFirst("\\.?[^.]*\\.[^.]*$", "");
    Path folder = file.getParent();
    return name.isEmpty() && folder != null ? String.valueOf(folder.getFileName()) : name;
  }
}
