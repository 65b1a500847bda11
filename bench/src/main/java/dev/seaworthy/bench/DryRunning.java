package dev.seaworthy.bench;

import dev.seaworthy.api.Release;
import dev.seaworthy.api.Resource;
import dev.seaworthy.api.catalog.BuiltInCatalog;
import dev.seaworthy.graph.InputObject;
import dev.seaworthy.manifest.ManifestReader;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.ReadLimits;
import dev.seaworthy.simulate.dryrun.DryRun;
import dev.seaworthy.simulate.dryrun.DryRunSettings;
import dev.seaworthy.simulate.outcome.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** A Deployment of three replicas, warm: from the file's bytes to the settled cluster. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 1)
@Fork(1)
@State(Scope.Benchmark)
public class DryRunning {

  private final ManifestReader reader = new ManifestReader(ReadLimits.DEFAULT);
  private final DryRunSettings options = DryRunSettings.of(BuiltInCatalog.of(Release.NEWEST));
  private byte[] text = {};

  @Setup
  public void readExample() throws IOException {
    text = Files.readAllBytes(
        Path.of(System.getProperty("seaworthy.root"), "examples/deployment/deployment.yaml"));
  }

  @Benchmark
  public Outcome fromFileToSettled() {
    List<InputObject> objects = reader.read("deployment.yaml", text).documents().stream()
        .map(document -> new InputObject(document.file(), new Resource((Mapping) document.root())))
        .toList();
    return DryRun.of(objects, options);
  }
}
