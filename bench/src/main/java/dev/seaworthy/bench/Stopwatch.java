package dev.seaworthy.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Times commands as whole processes, in turn, so that a drift of the machine's speed meets all of
 * them: {@code Stopwatch RUNS COMMAND…}, a command as one argument, its words parted by spaces.
 * Prints the median wall time of each, its peak memory where the system tells, and the ratio of the
 * first to each other one.
 */
public final class Stopwatch {

  private static final long SAMPLE_MILLIS = 10;

  private Stopwatch() {}

  private record Lap(double seconds, long peakKilobytes) {}

  public static void main(String[] args) throws IOException, InterruptedException {
    int runs = Integer.parseInt(args[0]);
    List<String> commands = List.of(args).subList(1, args.length);
    List<List<Lap>> laps =
        commands.stream().<List<Lap>>map(c -> new ArrayList<>()).toList();
    for (int run = 0; run < runs; run++) {
      for (int i = 0; i < commands.size(); i++) {
        laps.get(i).add(time(commands.get(i)));
      }
    }
    double first = median(laps.get(0));
    for (int i = 0; i < commands.size(); i++) {
      System.out.printf(
          "%6.3f s  %5d MB  x%.2f  %s%n",
          median(laps.get(i)),
          laps.get(i).stream().mapToLong(Lap::peakKilobytes).max().orElse(0) / 1024,
          median(laps.get(i)) / first,
          commands.get(i));
    }
  }

  private static double median(List<Lap> laps) {
    List<Double> sorted = laps.stream().map(Lap::seconds).sorted().toList();
    return (sorted.get((sorted.size() - 1) / 2) + sorted.get(sorted.size() / 2)) / 2;
  }

  private static Lap time(String command) throws IOException, InterruptedException {
    long start = System.nanoTime();
    Process process = new ProcessBuilder(command.split(" "))
        .redirectOutput(ProcessBuilder.Redirect.to(new File("/dev/null")))
        .redirectError(ProcessBuilder.Redirect.to(new File("/dev/null")))
        .start();
    long peak = 0;
    while (!process.waitFor(SAMPLE_MILLIS, TimeUnit.MILLISECONDS)) {
      peak = Math.max(peak, residentKilobytes(process.pid()));
    }
    return new Lap((System.nanoTime() - start) / 1e9, peak);
  }

  /** The peak so far, from Linux' process table; 0 elsewhere. */
  private static long residentKilobytes(long pid) {
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
