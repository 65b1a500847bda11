package dev.seaworthy.simulate.scenario.language;

import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Reading;
import dev.seaworthy.manifest.ValueProblems;
import dev.seaworthy.simulate.node.Behaviour;
import dev.seaworthy.simulate.node.EvictionThresholds;
import dev.seaworthy.simulate.node.Pressure;
import dev.seaworthy.validate.format.NameFormat;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a scenario file says.
 *
 * @param scenario the story; empty if anything in the file is wrong
 * @param problems what is wrong, with the places
 */
public record ScenarioFile(Optional<Scenario> scenario, List<Diagnostic> problems) {

  /** The code of what is wrong with a scenario file. */
  public static final String CODE = "scenario-invalid";

  /** Where manifests of a story go that name no namespace. */
  private static final String USUAL_NAMESPACE = "story";

  public ScenarioFile {
    problems = List.copyOf(problems);
  }

  /**
   * Reads a story. Every mistake is told: a verb or field that nobody knows, a step without a verb,
   * a duration that is none.
   *
   * @param file the path to name in problems
   * @param reading the file's one document
   * @param verbs the verbs that its steps can have
   */
  public static ScenarioFile of(String file, Reading reading, Collection<Verb> verbs) {
    ValueProblems problems = new ValueProblems(CODE, file);
    Node root = problems.only(reading, "a scenario");
    if (!problems.isEmpty()) {
      return new ScenarioFile(Optional.empty(), problems.all());
    }
    Node written = WrittenNames.restored(root, reading.source());
    Scenario scenario = scenario(new Arguments(written, problems), problems, verbs);
    return new ScenarioFile(
        problems.isEmpty() ? Optional.of(scenario) : Optional.empty(), problems.all());
  }

  /**
   * Reads one step that stands alone.
   *
   * @param step a map whose one key is the verb
   * @param place what to call the place of problems
   * @throws IllegalArgumentException if it makes no sense
   */
  public static Scenario.Line step(Node step, String place, Collection<Verb> verbs) {
    ValueProblems problems = new ValueProblems(CODE, place);
    Optional<Scenario.Line> line = new StepReader(verbs, problems).read(1, step);
    if (line.isEmpty() || !problems.isEmpty()) {
      throw new IllegalArgumentException(problems.all().get(0).message());
    }
    return line.get();
  }

  private static Scenario scenario(Arguments in, ValueProblems problems, Collection<Verb> verbs) {
    if (!in.isMapping()) {
      problems.report(in.node(), "a scenario must be a map with cluster and steps");
    }
    in.field("recording");
    Arguments cluster = in.at("cluster");
    String namespace = in.text("namespace");
    Arguments evictionHard = cluster.at("evictionHard");
    if (!namespace.isEmpty()) {
      NameFormat.DNS1123_LABEL
          .problems(namespace)
          .forEach(wrong -> problems.report(in.field("namespace"), "'namespace' " + wrong));
    }
    Scenario scenario = new Scenario(
        in.text("name"),
        in.text("area"),
        in.text("purpose"),
        namespace.isEmpty() ? USUAL_NAMESPACE : namespace,
        cluster.word("timings", List.of("real", "quick")).equals("quick"),
        nodes(cluster, problems),
        evictionHard(evictionHard),
        images(in.field("images"), problems),
        steps(in.field("steps"), problems, new StepReader(verbs, problems)));
    in.done();
    return scenario;
  }

  /** The usual three nodes where the file says nothing of any. */
  private static List<NodeTemplate> nodes(Arguments cluster, ValueProblems problems) {
    Node given = cluster.field("nodes");
    List<NodeTemplate> nodes = new ArrayList<>();
    Set<String> names = new HashSet<>();
    if (given.isAbsent()) {
      nodes.add(NodeTemplate.USUAL);
    } else if (!given.isSequence()) {
      problems.report(given, "'nodes' must be a list of nodes, such as {name: node-, count: 3}");
    }
    for (Node item : given.items()) {
      Arguments in = new Arguments(item, problems);
      nodes.add(read(in, names));
      in.done();
    }
    cluster.done();
    return nodes;
  }

  private static Map<Pressure, String> evictionHard(Arguments in) {
    Map<Pressure, String> thresholds = new EnumMap<>(Pressure.class);
    for (Pressure pressure : Pressure.values()) {
      String amount = in.text(pressure.signal());
      if (!amount.isEmpty() && !EvictionThresholds.isAmount(amount)) {
        in.problem(
            in.field(pressure.signal()),
            "'" + amount + "' is no amount; write a quantity such as 500Mi or a percentage");
      } else if (!amount.isEmpty()) {
        thresholds.put(pressure, amount);
      }
    }
    in.done();
    return thresholds;
  }

  private static NodeTemplate read(Arguments in, Set<String> names) {
    NodeTemplate template = NodeReader.read(in);
    template.names().stream()
        .filter(name -> !names.add(name))
        .findFirst()
        .ifPresent(twice -> in.problem(
            in.node().get("name"),
            "there is a node '" + twice + "' already; each needs a name of its own"));
    return template;
  }

  private static Map<String, Behaviour> images(Node images, ValueProblems problems) {
    Map<String, Behaviour> behaviours = new LinkedHashMap<>();
    if (images.isPresent() && !images.isMapping()) {
      problems.report(images, "'images' must be a map of images, such as \"web:2\": {pull: fails}");
    }
    for (Mapping.Entry entry : images.entries()) {
      behaviours.put(
          entry.key(), ImageReader.read(entry.key(), new Arguments(entry.value(), problems)));
    }
    return behaviours;
  }

  private static List<Scenario.Line> steps(Node steps, ValueProblems problems, StepReader reader) {
    List<Scenario.Line> lines = new ArrayList<>();
    for (int i = 0; i < steps.size(); i++) {
      reader.read(i + 1, steps.get(i)).ifPresent(lines::add);
    }
    if (!steps.isSequence() || steps.size() == 0) {
      problems.report(steps, "'steps' must be a list of what happens, such as - apply: web.yaml");
    }
    return lines;
  }
}
