package dev.seaworthy.report;

import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.diagnostic.SourceText;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a cluster did with objects.
 *
 * @param timeline what happened, a line an event
 * @param pods the pods at the end, as {@code kubectl get pods -o wide} prints them
 * @param problems what did not go well and why, and what the simulation left out
 * @param sources texts that problems speak of beside the files of the input, by name
 * @param details all of it for programs: the fields of the command line's contract, by name, each
 *     with its value as JSON
 */
public record SimulationReport(
    String timeline,
    String pods,
    List<Diagnostic> problems,
    Map<String, SourceText> sources,
    Map<String, String> details) {

  public SimulationReport {
    details = Collections.unmodifiableMap(new LinkedHashMap<>(details));
    problems = List.copyOf(problems);
    sources = Map.copyOf(sources);
  }
}
