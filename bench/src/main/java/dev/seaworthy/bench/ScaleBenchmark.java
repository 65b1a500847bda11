package dev.seaworthy.bench;

import dev.seaworthy.api.Release;
import dev.seaworthy.api.Resource;
import dev.seaworthy.api.catalog.BuiltInCatalog;
import dev.seaworthy.graph.InputObject;
import dev.seaworthy.manifest.ManifestReader;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.simulate.NodeShape;
import dev.seaworthy.simulate.dryrun.DryRun;
import dev.seaworthy.simulate.dryrun.DryRunSettings;
import dev.seaworthy.simulate.outcome.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * {@code bench/scale}: what a dry-run costs as it grows. {@code ScaleBenchmark LAUNCHER FOLDER
 * [PART]…}; see that script.
 */
public final class ScaleBenchmark {

  private static final int REPLICAS = 3_000;
  private static final int POD_SHARE = 500;
  private static final Size SMALL = new Size(50, 3);
  private static final Size LARGE = new Size(5_000, 300);
  private static final int WARM_RUNS = 7;

  private final String launcher;
  private final Path work;

  private ScaleBenchmark(String launcher, Path work) {
    this.launcher = launcher;
    this.work = work;
  }

  private record Size(int nodes, int deployments) {
    int pods() {
      return deployments * POD_SHARE;
    }
  }

  public static void main(String[] args) throws IOException, InterruptedException {
    ScaleBenchmark benchmark = new ScaleBenchmark(args[0], Path.of(args[1]));
    Set<String> parts = new TreeSet<>(List.of(args).subList(2, args.length));
    if (parts.isEmpty()) {
      parts.addAll(List.of("rollout", "cluster", "ratio"));
    }
    System.out.printf("%-52s %9s %9s %9s %12s%n", "", "wall", "CPU", "memory", "CPU per pod");
    if (parts.contains("rollout")) {
      benchmark.rollout();
    }
    if (parts.contains("cluster")) {
      benchmark.cluster();
    }
    if (parts.contains("ratio")) {
      benchmark.ratio();
    }
  }

  private void rollout() throws IOException, InterruptedException {
    Path plain = ScaleInput.deployment(work.resolve("plain"), REPLICAS, false);
    Path served = ScaleInput.deployment(work.resolve("served"), REPLICAS, true);
    Path story = ScaleInput.story(work.resolve("story"), 100, REPLICAS);
    dryRun("3,000 replicas on 100 nodes", REPLICAS, "--nodes", "100", plain.toString());
    dryRun("  and then a new image", 2 * REPLICAS, "--scenario", story.toString());
    dryRun("  and behind a Service", REPLICAS, "--nodes", "100", served.toString());
  }

  private void cluster() throws IOException, InterruptedException {
    for (Size size : List.of(SMALL, LARGE)) {
      dryRun(
          "%,d pods on %,d nodes".formatted(size.pods(), size.nodes()),
          size.pods(),
          "--nodes",
          Integer.toString(size.nodes()),
          "--max-pods",
          Integer.toString(size.pods()),
          input(size).toString());
    }
  }

  private Path input(Size size) throws IOException {
    return ScaleInput.deployments(
        work.resolve(size.deployments() + "-deployments"), size.deployments(), POD_SHARE);
  }

  private void dryRun(String what, int pods, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(launcher, "dry-run"));
    command.addAll(List.of(arguments));
    MeasuredProcess run = MeasuredProcess.run(command, Map.of("SEAWORTHY_JAVA_OPTS", "-Xmx3700m"));
    System.out.printf(
        "%-52s %7.2f s %7.2f s %6d MB %9.3f ms%s%n",
        what,
        run.seconds(),
        run.cpuSeconds(),
        run.peakKilobytes() / 1024,
        run.cpuSeconds() * 1000 / pods,
        run.status() == 0 ? "" : "  FAILED with " + run.status());
  }

  private void ratio() throws IOException {
    for (int i = 0; i < WARM_RUNS; i++) {
      seconds(SMALL);
    }
    List<Double> laps = new ArrayList<>();
    for (int i = 0; i < WARM_RUNS; i++) {
      laps.add(seconds(SMALL));
    }
    double small = laps.stream().sorted().toList().get(WARM_RUNS / 2) / SMALL.pods();
    double large = seconds(LARGE) / LARGE.pods();
    System.out.printf(
        "%-52s %.3f ms against %.3f ms: x%.2f%n",
        "a pod among 150,000 and among 1,500, warm", large * 1000, small * 1000, large / small);
  }

  /** The time from bytes to the settled cluster, in this JVM. */
  private double seconds(Size size) throws IOException {
    Path folder = input(size);
    DryRunSettings options = DryRunSettings.of(BuiltInCatalog.of(Release.NEWEST))
        .withNodes(size.nodes(), NodeShape.USUAL)
        .withPodLimit(size.pods());
    long start = System.nanoTime();
    Outcome result = DryRun.of(read(folder), options);
    if (!result.isFine()) {
      throw new IllegalStateException("not every pod found a node");
    }
    return (System.nanoTime() - start) / 1e9;
  }

  private static List<InputObject> read(Path folder) throws IOException {
    ManifestReader reader = new ManifestReader();
    List<InputObject> objects = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        reader.read(file.toString(), Files.readAllBytes(file)).documents().stream()
            .map(document ->
                new InputObject(document.file(), new Resource((Mapping) document.root())))
            .forEach(objects::add);
      }
    }
    return objects;
  }
}
