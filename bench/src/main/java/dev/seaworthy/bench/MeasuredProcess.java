package dev.seaworthy.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * What a whole process took. Its output goes nowhere.
 *
 * @param seconds wall time
 * @param cpuSeconds processor time of all its threads, as last seen before its end; 0 where the
 *     system does not tell
 * @param peakKilobytes the most memory that it had; 0 where the system does not tell
 * @param status its exit status
 */
record MeasuredProcess(double seconds, double cpuSeconds, long peakKilobytes, int status) {

  private static final long SAMPLE_MILLIS = 10;
  private static final File NOWHERE = new File("/dev/null");

  static MeasuredProcess run(List<String> command) throws IOException, InterruptedException {
    return run(command, Map.of());
  }

  static MeasuredProcess run(List<String> command, Map<String, String> environment)
      throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command)
        .redirectOutput(ProcessBuilder.Redirect.to(NOWHERE))
        .redirectError(ProcessBuilder.Redirect.to(NOWHERE));
    builder.environment().putAll(environment);
    long start = System.nanoTime();
    Process process = builder.start();
    long peak = 0;
    Duration cpu = Duration.ZERO;
    while (!process.waitFor(SAMPLE_MILLIS, TimeUnit.MILLISECONDS)) {
      peak = Math.max(peak, peakKilobytes(process.pid()));
      cpu = process.info().totalCpuDuration().orElse(cpu);
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    return new MeasuredProcess(seconds, cpu.toMillis() / 1e3, peak, process.exitValue());
  }

  /** The peak so far, from Linux' process table; 0 elsewhere. */
  private static long peakKilobytes(long pid) {
    Path status = Path.of("/proc", Long.toString(pid), "status");
    if (!Files.isReadable(status)) {
      return 0;
    }
    try (Stream<String> lines = Files.lines(status)) {
      return lines
          .filter(line -> line.startsWith("VmHWM:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
          .findFirst()
          .orElse(0);
    } catch (IOException | RuntimeException gone) {
      return 0; // The process ended between the look and the read.
    }
  }
}
