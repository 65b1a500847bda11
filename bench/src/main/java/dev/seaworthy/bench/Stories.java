package dev.seaworthy.bench;

import dev.seaworthy.api.Release;
import dev.seaworthy.api.catalog.BuiltInCatalog;
import dev.seaworthy.conformance.Corpus;
import dev.seaworthy.simulate.clock.Seed;
import dev.seaworthy.simulate.scenario.ControlPlane;
import dev.seaworthy.simulate.scenario.ScenarioPlayer;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Plays all stories of a corpus once, with one seed, and says how long it took since the JVM began. */
public final class Stories {

  private static final int SHOWN = 5;

  private record Played(String name, Duration time) {}

  private Stories() {}

  public static void main(String[] args) throws IOException {
    Corpus corpus = new Corpus(args.length > 0 ? Path.of(args[0]) : Conformance.CORPUS);
    ScenarioPlayer player =
        ScenarioPlayer.of(BuiltInCatalog.of(Release.NEWEST), new Seed(0)).on(ControlPlane.RECORDED);
    List<Played> stories = new ArrayList<>();
    for (Path story : corpus.stories("scenarios")) {
      long began = System.nanoTime();
      player.play(story);
      Duration time = Duration.ofNanos(System.nanoTime() - began);
      stories.add(new Played(String.valueOf(story.getFileName()), time));
    }
    Duration all = Duration.ofMillis(ManagementFactory.getRuntimeMXBean().getUptime());
    System.out.printf("%d stories in %s%n", stories.size(), seconds(all));
    stories.stream()
        .sorted(Comparator.comparing(Played::time).reversed())
        .limit(SHOWN)
        .forEach(story -> System.out.printf("  %s %s%n", seconds(story.time()), story.name()));
  }

  private static String seconds(Duration time) {
    return "%.2f s".formatted(time.toMillis() / 1000.0);
  }
}
