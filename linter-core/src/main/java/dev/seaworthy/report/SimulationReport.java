package dev.seaworthy.report;

import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.diagnostic.SourceText;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a cluster did with objects.
 *
 * @param conclusion what it comes to, a sentence each, the worst first
 * @param answers who was asked for and is reached, a sentence each; they are of the conclusion, too
 * @param isNothingApplied whether all of an input was left out, of which the conclusion tells why
 * @param timeline what happened and why, in about a screen for each thing that was done
 * @param everything the same, one by one
 * @param shown what was asked to be shown of the end, as {@code kubectl} prints it: the pods if
 *     nothing was
 * @param problems what did not go well and why, and what the simulation left out
 * @param sources texts that problems speak of beside the files of the input, by name
 * @param details all of it for programs: the fields of the command line's contract, by name, each
 *     with its value as JSON
 * @param observations what came of a story in the form of the scenario corpus, as JSON; empty where
 *     none was played
 * @param picture what can be drawn, where that was asked for
 * @param impact what a change does, where an old state was given
 */
public record SimulationReport(
    List<String> conclusion,
    List<String> answers,
    boolean isNothingApplied,
    String timeline,
    String everything,
    String shown,
    List<Diagnostic> problems,
    Map<String, SourceText> sources,
    Map<String, String> details,
    Optional<String> observations,
    Optional<RunPicture> picture,
    Optional<ImpactReport> impact) {

  public SimulationReport {
    conclusion = List.copyOf(conclusion);
    answers = List.copyOf(answers);
    details = Collections.unmodifiableMap(new LinkedHashMap<>(details));
    problems = List.copyOf(problems);
    sources = Map.copyOf(sources);
  }
}
