package dev.seaworthy.simulate.outcome;

import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.diagnostic.Severity;
import dev.seaworthy.diagnostic.Shortened;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What it all comes to, in a few sentences: what leads the answer to a person. */
final class Conclusion {

  /** More than these are counted. */
  private static final int MOST = 10;

  /** More of one assumption stands below. */
  private static final int LONGEST_ASSUMED = 120;

  private Conclusion() {}

  /** The sentences, the worst first. */
  static List<String> of(Outcome outcome) {
    List<String> sentences = new ArrayList<>(troubles(outcome.problems(), Severity.ERROR));
    sentences.addAll(
        sentences.isEmpty()
            ? troubles(outcome.problems(), Severity.WARNING)
            : lostData(outcome.problems()));
    Set<String> onTheWay = onTheWay(outcome.problems());
    if (sentences.isEmpty() || outcome.problems().stream().noneMatch(Conclusion::isError)) {
      String lead = !sentences.isEmpty()
          ? ""
          : onTheWay.isEmpty() ? Outcome.ALL_WELL : Outcome.WELL_IN_THE_END;
      sentences.add(0, well(outcome, lead));
    }
    sentences.addAll(first(onTheWay));
    // What is wrong may come of that alone.
    outcome.problems().stream()
        .filter(problem -> problem.code().equals(OutcomeCodes.OVERWRITTEN))
        .forEach(problem -> leadBy(sentence(problem), sentences));
    // Whoever asked wants to know this first.
    sentences.addAll(0, outcome.answers());
    if (!outcome.assumptions().isEmpty()) {
      sentences.add("Assumed: " + assumed(outcome.assumptions()));
    }
    return List.copyOf(sentences);
  }

  private static String assumed(List<String> all) {
    List<String> assumptions =
        all.stream().map(text -> Shortened.toLine(text, LONGEST_ASSUMED)).toList();
    int more = assumptions.size() - MOST;
    return more <= 1
        ? String.join("; ", assumptions)
        : String.join("; ", assumptions.subList(0, MOST)) + "; and " + more + " more, see below";
  }

  private static boolean isError(Diagnostic problem) {
    return problem.severity() == Severity.ERROR;
  }

  private static List<String> troubles(List<Diagnostic> problems, Severity severity) {
    Set<String> all = new LinkedHashSet<>();
    problems.stream()
        .filter(problem -> problem.severity() == severity)
        .forEach(problem -> all.add(sentence(problem)));
    return first(all);
  }

  /** What is lost for good is told whatever else is wrong. */
  private static List<String> lostData(List<Diagnostic> problems) {
    return troubles(
        problems.stream()
            .filter(problem -> problem.code().equals(OutcomeCodes.DATA_LOST))
            .toList(),
        Severity.WARNING);
  }

  private static void leadBy(String sentence, List<String> sentences) {
    sentences.remove(sentence);
    sentences.add(0, sentence);
  }

  /** Where less was there for a while, which is for whoever asked to judge. */
  private static Set<String> onTheWay(List<Diagnostic> problems) {
    Set<String> all = new LinkedHashSet<>();
    problems.stream()
        .filter(problem -> problem.code().equals(OutcomeCodes.SHORT))
        .filter(problem -> problem.severity() == Severity.INFO)
        .forEach(problem -> all.add(sentence(problem)));
    return all;
  }

  /** The first of many sentences, and how many more there are. */
  static List<String> first(Collection<String> all) {
    List<String> sentences = new ArrayList<>(all);
    int more = sentences.size() - MOST;
    if (more > 1) {
      sentences = new ArrayList<>(sentences.subList(0, MOST));
      sentences.add("… and " + more + " more, see below");
    }
    return sentences;
  }

  /** A problem, with the place that it is about. */
  static String sentence(Diagnostic problem) {
    return problem.place().isInFile()
        ? problem.message() + " (" + problem.place().inSentence() + ")"
        : problem.message();
  }

  private static String well(Outcome outcome, String lead) {
    List<PodState> pods = outcome.pods().stream().filter(pod -> !pod.wasThere()).toList();
    long ready = pods.stream().filter(PodState::ready).count();
    long ended = pods.stream().filter(pod -> pod.phase().equals("Succeeded")).count();
    if (pods.isEmpty()) {
      return PodlessWords.of(outcome, lead);
    }
    if (pods.size() == 1 && pods.get(0).owner().isEmpty() && ready == 1) {
      return lead + pods.get(0).name() + " is ready";
    }
    String who = outcome.workloads().size() == 1 ? outcome.workloads().get(0).name() + " has " : "";
    String done = ended == 1 ? "1 has done its work" : ended + " have done their work";
    if (ready == 0 && ended > 0) {
      return lead
          + who
          + (ended == 1 ? "1 pod, which " : ended + " pods, which ")
          + (ended == 1 ? "has done its work" : "have done their work");
    }
    if (ready == 0) {
      return who.isEmpty()
          ? "No pod is ready"
          : who
              + (pods.size() == 1
                  ? "1 pod, which is not ready"
                  : pods.size() + " pods, none ready");
    }
    String many = ready == 1 ? "1 pod is ready" : ready + " pods are ready";
    String named = who.isEmpty()
        ? many
        : who + (ready == 1 ? "1 pod, which is ready" : ready + " pods, all ready");
    return lead + named + (ended == 0 ? "" : ", " + done);
  }
}
