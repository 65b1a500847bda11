package dev.seaworthy.simulate.explore;

import dev.seaworthy.simulate.explore.RunScore.Score;
import dev.seaworthy.simulate.history.DurationWords;
import dev.seaworthy.simulate.impact.ImpactWords;
import dev.seaworthy.simulate.outcome.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import java.util.function.IntPredicate;
import java.util.function.LongFunction;
import java.util.stream.LongStream;

/**
 * What came of playing the same story under many orders of chance.
 *
 * @param seeds how many were played
 * @param wanted how many were to be played: more, if it was stopped
 * @param worst the seed of the worst run: most errors, then the lowest availability, then the longest
 *     rollout
 * @param findings what varies, a sentence each, with the seeds that replay it
 */
public record Exploration(int seeds, int wanted, long worst, List<String> findings) {

  public Exploration {
    findings = List.copyOf(findings);
  }

  /**
   * Plays {@code count} runs, several at a time; the result does not depend on which ends first.
   *
   * @param first the first seed
   * @param play gives the outcome of a seed, with its history; called by several threads
   * @param goesOn is told after each run how many have been played, one call at a time; where it says
   *     no, what has been played until then is the result
   */
  public static Exploration of(
      long first, int count, int threads, LongFunction<Outcome> play, IntPredicate goesOn) {
    ForkJoinPool pool = new ForkJoinPool(threads);
    Going going = new Going(goesOn);
    try {
      List<RunScore> scores = pool.submit(() -> LongStream.range(first, first + count)
              .parallel()
              .filter(seed -> going.on || seed == first)
              .mapToObj(seed -> {
                RunScore score = RunScore.of(seed, play.apply(seed));
                going.played();
                return score;
              })
              .toList())
          .join();
      RunScore worst =
          scores.stream().min(RunScore.WORST_FIRST).orElseThrow(IllegalArgumentException::new);
      return new Exploration(scores.size(), count, worst.seed(), findings(scores));
    } finally {
      pool.shutdown();
    }
  }

  /** How far it is, and whether anybody wants more. */
  private static final class Going {
    private final IntPredicate goesOn;
    private int played;
    private volatile boolean on = true;

    Going(IntPredicate goesOn) {
      this.goesOn = goesOn;
    }

    synchronized void played() {
      played++;
      on = goesOn.test(played) && on;
    }
  }

  private static List<String> findings(List<RunScore> scores) {
    List<String> findings = new ArrayList<>();
    List<RunScore> failing = scores.stream().filter(RunScore::isWrongInTheEnd).toList();
    if (!failing.isEmpty()) {
      findings.add("in %d of %d something is wrong in the end (--seed %d)"
          .formatted(failing.size(), scores.size(), failing.get(0).seed()));
    }
    int workloads =
        scores.stream().mapToInt(score -> score.workloads().size()).max().orElse(0);
    for (int i = 0; i < workloads; i++) {
      new OfWorkload(scores, i).tell(findings);
    }
    return findings;
  }

  /** What varies of the workload at a place in the order of creation. */
  private record OfWorkload(List<RunScore> scores, int place) {

    /** A score, and which run it is of. */
    private record Seen(long seed, Score score) {}

    private List<Seen> seen() {
      return scores.stream()
          .filter(run -> run.workloads().size() > place)
          .map(run -> new Seen(run.seed(), run.workloads().get(place)))
          .toList();
    }

    void tell(List<String> findings) {
      List<Seen> all = seen();
      String name = ImpactWords.name(all.get(0).score().key());
      List<Seen> stuck =
          all.stream().filter(each -> each.score().took().isEmpty()).toList();
      if (!stuck.isEmpty()) {
        findings.add("the rollout of %s gets stuck in %d of %d (--seed %d)"
            .formatted(name, stuck.size(), all.size(), stuck.get(0).seed()));
      }
      List<Seen> away = all.stream().filter(each -> each.score().away()).toList();
      if (!away.isEmpty()) {
        findings.add("%s was away for a while in %d of %d (--seed %d)"
            .formatted(name, away.size(), all.size(), away.get(0).seed()));
      }
      List<String> phrases = new ArrayList<>();
      availability(all).ifPresent(phrases::add);
      duration(all).ifPresent(phrases::add);
      if (!phrases.isEmpty()) {
        findings.add(name + ": " + String.join("; ", phrases));
      }
    }

    private static Optional<String> availability(List<Seen> all) {
      Comparator<Seen> byLowest = Comparator.comparingLong(each -> each.score().lowest());
      Seen worst = all.stream().min(byLowest).orElseThrow();
      Seen best = all.stream().max(byLowest).orElseThrow();
      Score score = worst.score();
      if (score.desired() == 0) {
        return Optional.empty();
      }
      String floor = score.lowest() < score.floor()
          ? ", below its floor of " + score.floor()
          : ", floor " + score.floor();
      String at = worst.score().lowest() == best.score().lowest()
          ? " in every one"
          : " (--seed " + worst.seed() + "), at best " + best.score().lowest();
      return Optional.of("%d of %d available at the least%s%s"
          .formatted(score.lowest(), score.desired(), floor, at));
    }

    private static Optional<String> duration(List<Seen> all) {
      List<Seen> ended =
          all.stream().filter(each -> each.score().took().isPresent()).toList();
      if (ended.isEmpty()) {
        return Optional.empty();
      }
      Comparator<Seen> byTime =
          Comparator.comparing(each -> each.score().took().orElse(Duration.ZERO));
      Seen longest = ended.stream().max(byTime).orElseThrow();
      Seen shortest = ended.stream().min(byTime).orElseThrow();
      return Optional.of("rolled out in %s to %s (--seed %d)"
          .formatted(
              DurationWords.of(shortest.score().took().orElseThrow()),
              DurationWords.of(longest.score().took().orElseThrow()),
              longest.seed()));
    }
  }

  /** The findings with how many orders were played, and what is shown. */
  public List<String> sentences() {
    List<String> sentences = new ArrayList<>();
    String stopped = seeds < wanted ? ", stopped before the %d asked for".formatted(wanted) : "";
    sentences.add("This is the worst of %d orders of chance%s; --seed %d replays it"
        .formatted(seeds, stopped, worst));
    findings.forEach(finding -> sentences.add("Of all: " + finding));
    return sentences;
  }
}
