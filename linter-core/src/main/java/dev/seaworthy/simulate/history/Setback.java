package dev.seaworthy.simulate.history;

import dev.seaworthy.simulate.history.WorkloadHistory.Moment;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A time in which a workload was told to have fewer pods than before and than in the end, and had them:
 * what happens where a manifest and an autoscaler do not agree about the number of pods.
 *
 * @param from when there were fewer pods available than before and in the end
 * @param until when there were enough again; empty if there never were
 * @param lowest how few were available
 * @param told how few it was told to have
 * @param formerly how many it had been told to have
 */
public record Setback(
    Duration from, Optional<Duration> until, long lowest, long told, long formerly) {

  /** The setback that {@code moments} show; none where the number only falls, or only rises. */
  static Optional<Setback> in(List<Moment> moments) {
    long formerly = moments.get(0).desired();
    long told = moments.stream().mapToLong(Moment::desired).min().orElse(formerly);
    long wanted = Math.min(formerly, moments.get(moments.size() - 1).desired());
    if (told >= wanted) {
      return Optional.empty();
    }
    int first = 0;
    while (first < moments.size() && moments.get(first).available() >= wanted) {
      first++;
    }
    if (first == 0 || first == moments.size()) {
      return Optional.empty();
    }
    List<Moment> low = moments.subList(first, moments.size());
    Optional<Duration> until = low.stream()
        .filter(moment -> moment.available() >= wanted)
        .map(Moment::at)
        .findFirst();
    long lowest = low.stream().mapToLong(Moment::available).min().orElseThrow();
    return Optional.of(new Setback(low.get(0).at(), until, lowest, told, formerly));
  }
}
