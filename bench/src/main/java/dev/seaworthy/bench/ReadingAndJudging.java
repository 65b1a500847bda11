package dev.seaworthy.bench;

import dev.seaworthy.api.Release;
import dev.seaworthy.api.catalog.BuiltInCatalog;
import dev.seaworthy.manifest.Document;
import dev.seaworthy.manifest.ManifestReader;
import dev.seaworthy.manifest.ReadLimits;
import dev.seaworthy.manifest.Reading;
import dev.seaworthy.validate.ApiServer;
import dev.seaworthy.validate.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One manifest, warm: the time to read it, to judge it, and for both. Run by {@code bench/jmh}. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
@State(Scope.Benchmark)
public class ReadingAndJudging {

  @Param({"pod/web.yaml", "deployment/deployment.yaml", "shop/api.yaml"})
  public String example = "";

  private final ManifestReader reader = new ManifestReader(ReadLimits.DEFAULT);
  private final ApiServer server = ApiServer.of(BuiltInCatalog.of(Release.NEWEST));
  private byte[] text = {};
  private @Nullable Document document;

  @Setup
  public void readExample() throws IOException {
    text = Files.readAllBytes(Path.of(System.getProperty("seaworthy.root"), "examples", example));
    document = read().documents().get(0);
  }

  @Benchmark
  public Reading read() {
    return reader.read(example, text);
  }

  @Benchmark
  public Verdict judge() {
    return server.create(Objects.requireNonNull(document));
  }
}
