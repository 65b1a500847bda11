package dev.seaworthy.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Times commands as whole processes, in turn, so that a drift of the machine's speed meets all of
 * them: {@code Stopwatch RUNS COMMAND…}, a command as one argument, its words parted by spaces.
 * Prints the median wall and processor time of each, its peak memory where the system tells, and how
 * many times the wall time of the first one it took; on a busy machine processor time says more.
 */
public final class Stopwatch {

  private Stopwatch() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    int runs = Integer.parseInt(args[0]);
    List<String> commands = List.of(args).subList(1, args.length);
    List<List<MeasuredProcess>> laps =
        commands.stream().<List<MeasuredProcess>>map(c -> new ArrayList<>()).toList();
    for (int run = 0; run < runs; run++) {
      for (int i = 0; i < commands.size(); i++) {
        laps.get(i).add(MeasuredProcess.run(List.of(commands.get(i).split(" "))));
      }
    }
    double first = median(laps.get(0), MeasuredProcess::seconds);
    System.out.printf("%8s  %8s  %8s%n", "wall", "CPU", "memory");
    for (int i = 0; i < commands.size(); i++) {
      System.out.printf(
          "%6.3f s  %6.3f s  %5d MB  x%.2f  %s%n",
          median(laps.get(i), MeasuredProcess::seconds),
          median(laps.get(i), MeasuredProcess::cpuSeconds),
          laps.get(i).stream().mapToLong(MeasuredProcess::peakKilobytes).max().orElse(0) / 1024,
          median(laps.get(i), MeasuredProcess::seconds) / first,
          commands.get(i));
    }
  }

  private static double median(
      List<MeasuredProcess> laps, ToDoubleFunction<MeasuredProcess> figure) {
    List<Double> sorted = laps.stream().map(figure::applyAsDouble).sorted().toList();
    return (sorted.get((sorted.size() - 1) / 2) + sorted.get(sorted.size() / 2)) / 2;
  }
}
