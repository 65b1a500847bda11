package dev.seaworthy.simulate.outcome;

import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.diagnostic.Severity;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a change is to blame for. The old state is played for itself, with all that is to go wrong: what
 * is wrong of an object there, too, the change has not broken.
 *
 * @param outcome of the change; what was wrong before is a warning
 * @param still what was wrong before and is so still
 * @param mended what was wrong before, of an object that is still wanted, and no longer is
 */
public record Breakage(Outcome outcome, List<Diagnostic> still, List<Diagnostic> mended) {

  private static final String BEFORE = "broken before the change, too: ";

  public Breakage {
    still = List.copyOf(still);
    mended = List.copyOf(mended);
  }

  /** What an object suffers from; of a question that is asked, which one. */
  private record Ailment(String code, String kind, String namespace, String name, String question) {

    static Ailment of(Diagnostic problem) {
      Diagnostic.Subject subject = problem.subject().orElse(new Diagnostic.Subject("", "", "", ""));
      String message = problem.message();
      int end = message.indexOf(" is not reached");
      return new Ailment(
          problem.code(),
          subject.kind(),
          subject.namespace(),
          subject.name(),
          end < 0 ? "" : message.substring(0, end));
    }

    boolean isOfSameObject(Ailment other) {
      return kind.equals(other.kind)
          && namespace.equals(other.namespace)
          && name.equals(other.name);
    }
  }

  /**
   * Compares.
   *
   * @param before what came of the old state, by itself
   * @param after what came of the change
   * @param wanted whether the new state holds an object
   */
  public static Breakage between(Outcome before, Outcome after, Wanted wanted) {
    Set<Ailment> old = errors(before).stream().map(Ailment::of).collect(Collectors.toSet());
    List<Diagnostic> judged = new ArrayList<>();
    List<Diagnostic> still = new ArrayList<>();
    Set<Ailment> now = new HashSet<>();
    for (Diagnostic problem : after.problems()) {
      boolean wasSo = isOfState(problem) && old.contains(Ailment.of(problem));
      now.add(Ailment.of(problem));
      if (wasSo) {
        still.add(problem);
        judged.add(excused(problem));
      } else {
        judged.add(problem);
      }
    }
    List<Diagnostic> mended = errors(before).stream()
        .filter(problem -> now.stream().noneMatch(Ailment.of(problem)::isOfSameObject))
        .filter(problem -> problem.subject().filter(wanted::holds).isPresent())
        .filter(problem -> !isByChance(problem))
        .toList();
    return new Breakage(after.judged(judged), still, mended);
  }

  /** Whom a node's failure meets depends on where pods happen to be, which no change is to blame for. */
  private static boolean isByChance(Diagnostic problem) {
    return problem.code().equals(OutcomeCodes.UNAVAILABLE);
  }

  private static Diagnostic excused(Diagnostic problem) {
    return problem.withMessage(BEFORE + problem.message()).withSeverity(Severity.WARNING);
  }

  /** Tells what the new state holds. */
  public interface Wanted {

    boolean holds(Diagnostic.Subject object);
  }

  private static List<Diagnostic> errors(Outcome outcome) {
    return outcome.problems().stream().filter(Breakage::isOfState).toList();
  }

  private static boolean isOfState(Diagnostic problem) {
    return problem.severity() == Severity.ERROR
        && !OutcomeCodes.isOfStep(problem.code())
        && !problem.code().equals(OutcomeCodes.NOT_FOUND);
  }

  /** What it comes to: what the change breaks, what was broken and is, what it mends. */
  public List<String> conclusion() {
    List<Diagnostic> fresh = new ArrayList<>(outcome.problems());
    still.forEach(problem -> fresh.remove(excused(problem)));
    List<String> sentences = new ArrayList<>();
    for (String sentence : outcome.judged(fresh).conclusion()) {
      boolean isBreakage = fresh.stream()
          .filter(problem -> problem.severity() == Severity.ERROR && !isByChance(problem))
          // Of what was broken before, only that the change does not mend it.
          .filter(problem -> !problem.code().equals(OutcomeCodes.HELD))
          .anyMatch(problem -> sentence.startsWith(problem.message()));
      sentences.add(isBreakage ? "Broken by the change: " + sentence : praise(sentence));
    }
    Set<String> more = new LinkedHashSet<>();
    still.forEach(problem -> more.add("Broken before, and still: " + Conclusion.sentence(problem)));
    mended.forEach(problem -> more.add("Mended: " + Conclusion.sentence(problem)));
    boolean hasAssumptions =
        !sentences.isEmpty() && sentences.get(sentences.size() - 1).startsWith("Assumed: ");
    sentences.addAll(sentences.size() - (hasAssumptions ? 1 : 0), Conclusion.first(more));
    return List.copyOf(sentences);
  }

  /** Not all is well where something was broken before, though the change is not to blame. */
  private String praise(String sentence) {
    return still.isEmpty()
        ? sentence
        : Outcome.praised(sentence)
            .map(what -> "The change breaks nothing: " + what)
            .orElse(sentence);
  }
}
