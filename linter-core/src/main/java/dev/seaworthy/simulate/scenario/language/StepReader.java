package dev.seaworthy.simulate.scenario.language;

import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.ValueProblems;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads the steps of a story by the verbs there are. */
final class StepReader {

  private final Map<String, Verb> verbs = new TreeMap<>();
  private final ValueProblems problems;

  StepReader(Collection<Verb> known, ValueProblems problems) {
    known.forEach(verb -> verb.names().forEach(name -> verbs.put(name, verb)));
    this.problems = problems;
  }

  /** Reads one step: a map whose one key is the verb. */
  Optional<Scenario.Line> read(int number, Node step) {
    if (step.size() != 1 || !step.isMapping()) {
      problems.report(step, "a step must be a map with one key, the verb");
      return Optional.empty();
    }
    Mapping.Entry entry = step.entries().get(0);
    Verb verb = verbs.get(entry.key());
    if (verb == null) {
      problems.unknown(entry, "no verb", verbs.keySet());
      return Optional.empty();
    }
    Arguments arguments = new Arguments(entry.value(), problems);
    Step read = verb.read(arguments);
    arguments.done();
    return Optional.of(new Scenario.Line(
        number,
        entry.key(),
        verb.isDeed() ? StepTitle.of(entry) : "",
        problems.place(entry.keySpan()),
        read));
  }
}
