package dev.seaworthy.cli;

import dev.seaworthy.Settings;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** Which stories to play in place of applying files, and on what control plane. */
final class ScenarioOptions {

  /** How a control plane is set up. */
  private enum Timings {
    REAL,
    QUICK;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private @Nullable Path scenario;
  private List<String> scenarios = List.of();
  private @Nullable Timings timings;

  void addTo(CommandSpec spec) {
    spec.addOption(Options.value("FILE", Path.class, given -> scenario = given, "--scenario")
        .description("A story to play in place of applying files.")
        .build());
    spec.addOption(Options.values("PATH", given -> scenarios = given, "--scenarios")
        .description(
            "Stories to play as tests: a folder with files scenario.yaml or NAME.scenario.yaml, or"
                + " a "
                + "file; may be given several times. Exits with 1 if one of them fails.")
        .build());
    spec.addOption(Options.value("HOW", Timings.class, given -> timings = given, "--timings")
        .description(
            "${COMPLETION-CANDIDATES}: after what time a story's control plane gives up a silent"
                + " node "
                + "and its pods: 50 s and 5 min, or 8 s and 4 s; default: what the story says, else"
                + " real.")
        .build());
  }

  /** The story to play; empty if files are to be applied. */
  Optional<Path> scenario() {
    return Optional.ofNullable(scenario);
  }

  /** The stories to play as tests. */
  List<Path> tests() {
    return scenarios.stream().map(Path::of).toList();
  }

  /** Whether stories are to be played. */
  boolean areGiven() {
    return scenario != null || !scenarios.isEmpty();
  }

  /** What is asked for: one thing or the other. */
  void requireOne() {
    if (scenario != null && !scenarios.isEmpty()) {
      throw new CommandFailure("--scenario shows one story, --scenarios tests all: leave one out");
    }
  }

  /** {@code settings} as a story is to be played, and to be reported. */
  Settings heed(Settings settings, OutputOptions output) {
    if (timings != null && !areGiven()) {
      throw new CommandFailure(
          "--timings is for a story: name one by --scenario FILE or --scenarios"
              + " PATH, or leave it out");
    }
    boolean asRecorded = output.wants("observations");
    if (asRecorded && scenario == null) {
      throw new CommandFailure("-o observations tells of a story: name one by --scenario FILE");
    }
    if (asRecorded && timings == Timings.REAL) {
      throw new CommandFailure(
          "-o observations is played as the corpus was recorded, with quick timings: leave out"
              + " --timings real, or take -o json");
    }
    if (asRecorded) {
      return settings.asRecorded();
    }
    return timings == null
        ? settings
        : timings == Timings.REAL ? settings.withRealTimings() : settings.withQuickTimings();
  }
}
