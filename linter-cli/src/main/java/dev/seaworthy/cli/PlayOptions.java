package dev.seaworthy.cli;

import dev.seaworthy.DryRunOptions;
import dev.seaworthy.Settings;
import dev.seaworthy.UnreadableInput;
import dev.seaworthy.manifest.StreamFile;
import dev.seaworthy.simulate.ClusterSettings;
import dev.seaworthy.simulate.scenario.language.DurationText;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/** In which cluster a dry-run is played, and for how long. */
final class PlayOptions {

  private static final int USUAL_NODES = 3;

  /** Twice what Kubernetes itself is tested with. */
  private static final int MOST_NODES = 10_000;

  /** As many as Kubernetes itself is tested with, and more. */
  private static final int MOST_PODS = 1_000_000;

  private static final int MOST_SEEDS = 100_000;

  private static final Duration LONGEST = Duration.ofDays(7);

  private String nodes = "";
  private String until = "settled";
  private int maxPods = ClusterSettings.USUAL_POD_LIMIT;
  private final FamilyOption families = new FamilyOption();
  private long seed;
  private int seeds;
  private Assumed assumed = Assumed.EXISTING;

  /** What to think of objects that are named and not in the input. */
  private enum Assumed {
    EXISTING,
    NOTHING;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  void addTo(CommandSpec spec) {
    spec.addOption(Options.value("N|FILE", String.class, given -> nodes = given, "--nodes")
        .description(
            "How many nodes of 4 CPUs and 8 GiB the cluster has, or a file of nodes, which may"
                + " hold what runs on them: kubectl get nodes,pods -A -o yaml prints it; default:"
                + " 3.")
        .build());
    families.addTo(spec);
    spec.addOption(Options.value("settled|TIME", String.class, given -> until = given, "--until")
        .description(
            "How long to look: until nothing changes any more, or for 5m; default: settled.")
        .build());
    spec.addOption(WholeNumber.option(1, MOST_PODS, given -> maxPods = given, "--max-pods")
        .description("How many pods to play at most; others are counted; default: "
            + ClusterSettings.USUAL_POD_LIMIT + ".")
        .build());
    spec.addOption(Options.value("N", long.class, given -> seed = given, "--seed")
        .converters(new SeedConverter())
        .description("What decides where a real cluster leaves things to chance: ties, how late"
            + " components hear of changes, how long pods' starts take; default: 0, no chance.")
        .build());
    spec.addOption(WholeNumber.option(1, MOST_SEEDS, given -> seeds = given, "--seeds")
        .description("Play the same under so many orders of chance, from --seed on (from 1 where it"
            + " is 0), and show the worst: a stuck rollout, the lowest availability, with the seed"
            + " that replays it.")
        .build());
    spec.addOption(Options.value("WHAT", Assumed.class, given -> assumed = given, "--assume")
        .description(
            "${COMPLETION-CANDIDATES}: whether ConfigMaps, Secrets and the like that objects name"
                + " and the input lacks are there; existing ones are listed, and missing all the"
                + " same where the input has others of their kind in that namespace, or nearly"
                + " their name; default: existing.")
        .build());
  }

  /** How many orders of chance to play; 0 for one run. */
  int seeds() {
    return seeds;
  }

  /** Whether the cluster, or how long it is looked at, is said here. */
  boolean sayWhere() {
    return !nodes.isEmpty() || !until.equals("settled");
  }

  Settings in(Settings settings) {
    Settings changed =
        families.settings(settings).withPodLimit(maxPods).withSeed(seed).withNodes(number());
    return assumed == Assumed.NOTHING ? changed.assumingNothing() : changed;
  }

  private boolean isNumber() {
    return nodes.matches("-?\\d+");
  }

  private int number() {
    if (!isNumber()) {
      return USUAL_NODES;
    }
    if (nodes.length() > 5 || Integer.parseInt(nodes) > MOST_NODES || Integer.parseInt(nodes) < 0) {
      throw new CommandFailure(
          "--nodes '" + nodes + "' is no whole number from 0 to " + MOST_NODES);
    }
    return Integer.parseInt(nodes);
  }

  DryRunOptions in(DryRunOptions options) throws UnreadableInput {
    DryRunOptions changed = nodes.isEmpty() || isNumber() ? options : options.withNodes(file());
    if (until.equalsIgnoreCase("settled")) {
      return changed;
    }
    Optional<Duration> time = DurationText.parse(until);
    if (time.isEmpty() || time.get().compareTo(LONGEST) > 0) {
      throw new CommandFailure(
          "--until '" + until + "' is neither 'settled' nor a time such as 5m, of "
              + LONGEST.toDays() + " days at most");
    }
    return changed.until(time.get());
  }

  private Path file() {
    try {
      Path file = Path.of(nodes);
      if (Files.isRegularFile(file) || StreamFile.isOne(file)) {
        return file;
      }
    } catch (InvalidPathException noPath) {
      // Told below, as a file that is not there is.
    }
    throw new CommandFailure("--nodes '" + nodes + "' is neither a number nor a file");
  }
}
