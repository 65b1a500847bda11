package dev.seaworthy.simulate.outcome;

import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.diagnostic.Severity;
import dev.seaworthy.simulate.history.History;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What came of objects in a cluster.
 *
 * @param pods the pods at the end, by namespace and name
 * @param workloads what made pods, apart from what a workload itself made, by namespace, kind, name
 * @param services the Services with whom they lead to, by namespace and name
 * @param nodes the nodes, by name
 * @param timeline what happened
 * @param assumptions what the input left open and was taken for granted, a phrase each
 * @param history what was at every moment, where that was asked for
 * @param shown what was asked to be shown, as {@code kubectl} prints it: the pods if nothing was
 * @param reached the ways to who was to be reached, in the order of the questions
 * @param problems what is wrong or was not played, in the order of their places
 */
public record Outcome(
    List<PodState> pods,
    List<WorkloadState> workloads,
    List<ServiceState> services,
    List<NodeState> nodes,
    Timeline timeline,
    List<String> assumptions,
    History history,
    String shown,
    List<Inquiries.Reached> reached,
    List<Diagnostic> problems) {

  /** How the conclusion begins where nothing is wrong. */
  static final String ALL_WELL = "All is well: ";

  /** The same where less was there on the way. */
  static final String WELL_IN_THE_END = "All is well in the end: ";

  /** The conclusion where nothing is wrong, and nothing runs. */
  public static final String NO_PODS = "Nothing of this runs pods";

  /** How the conclusion begins where nothing is wrong, and what could run pods has none. */
  public static final String IDLE = "No pod runs: ";

  /** Of a cluster in which nothing is and nothing happened. */
  public static final Outcome NONE = new Outcome(
      List.of(),
      List.of(),
      List.of(),
      List.of(),
      new Timeline(List.of()),
      List.of(),
      History.NONE,
      "",
      List.of(),
      List.of());

  public Outcome {
    pods = List.copyOf(pods);
    workloads = List.copyOf(workloads);
    services = List.copyOf(services);
    nodes = List.copyOf(nodes);
    assumptions = List.copyOf(assumptions);
    reached = List.copyOf(reached);
    problems = List.copyOf(problems);
  }

  /** What it comes to, in a few sentences for people; each names the place that it is about. */
  public List<String> conclusion() {
    return Conclusion.of(this);
  }

  /** Who was asked for and is reached, a sentence each; who is not is a problem, and told as one. */
  public List<String> answers() {
    return reached.stream().flatMap(way -> ReachAnswer.success(way).stream()).toList();
  }

  /** What a sentence of the conclusion praises; empty if it does not say that all is well. */
  public static Optional<String> praised(String sentence) {
    return Stream.of(ALL_WELL, WELL_IN_THE_END)
        .filter(sentence::startsWith)
        .findFirst()
        .map(lead -> sentence.substring(lead.length()));
  }

  /**
   * Whether all is well and may be believed: nothing was refused, waits or is stuck, and nothing was
   * left out that could keep a pod from coming up.
   */
  public boolean isFine() {
    return problems.stream().noneMatch(problem -> problem.severity().isAtLeast(Severity.WARNING));
  }

  /**
   * The same of a story that says itself what it expects: how things are in the end is for its
   * expectations to judge, and else a warning.
   */
  public Outcome judgedByExpectations() {
    List<Diagnostic> judged = problems.stream()
        .map(
            problem -> OutcomeCodes.isOfStep(problem.code()) || problem.severity() != Severity.ERROR
                ? problem
                : problem.withSeverity(Severity.WARNING))
        .toList();
    return judged(judged);
  }

  /** The same with other problems. */
  Outcome judged(List<Diagnostic> judged) {
    return new Outcome(
        pods, workloads, services, nodes, timeline, assumptions, history, shown, reached, judged);
  }
}
