package dev.seaworthy.simulate.scenario;

import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.simulate.server.Deletion;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** The verbs of scenario files, and what is written under each. */
final class StepReader {

  private static final Duration USUAL_QUIET = Duration.ofSeconds(3);

  private static final Map<String, Function<Arguments, Step>> VERBS = verbs();

  private StepReader() {}

  private static Map<String, Function<Arguments, Step>> verbs() {
    Map<String, Function<Arguments, Step>> verbs = new TreeMap<>();
    objectVerbs(verbs);
    rolloutVerbs(verbs);
    podVerbs(verbs);
    nodeVerbs(verbs);
    timeVerbs(verbs);
    return verbs;
  }

  private static void objectVerbs(Map<String, Function<Arguments, Step>> verbs) {
    verbs.put("apply", in -> new Step.Apply(in.texts()));
    verbs.put("create", in -> new Step.Create(in.texts()));
    verbs.put("createPod", in -> new Step.Create(in.texts()));
    verbs.put("delete", in -> new Step.Delete(in.target(), cascade(in)));
    verbs.put("scale", in -> new Step.Scale(in.target(), in.number("replicas", 0)));
    verbs.put("setImage", in -> new Step.SetImage(in.target(), in.required("image")));
    verbs.put(
        "patch",
        in ->
            new Step.Patch(in.target(), in.field("patch"), patchKind(in), in.text("subresource")));
    verbs.put("label", in -> metadata(in, "labels"));
    verbs.put("annotate", in -> metadata(in, "annotations"));
    verbs.put(
        "deleteOwned",
        in -> new Step.DeleteOwned(in.target("of"), in.required("kind"), in.picks(), cascade(in)));
    verbs.put(
        "scaleOwned",
        in -> new Step.ScaleOwned(
            in.target("of"), in.required("kind"), in.picks(), in.number("replicas", 0)));
    verbs.put("find", in -> new Step.Find(in.required("kind"), in.text("selector")));
    verbs.put("deleteNamespace", in -> new Step.DeleteNamespace());
  }

  private static void rolloutVerbs(Map<String, Function<Arguments, Step>> verbs) {
    verbs.put("rolloutUndo", in -> new Step.RolloutUndo(in.target(), in.number("toRevision", 0)));
    verbs.put("rolloutRestart", in -> new Step.RolloutRestart(in.target()));
    verbs.put("pause", in -> new Step.Pause(in.target()));
    verbs.put("resume", in -> new Step.Resume(in.target()));
  }

  private static void podVerbs(Map<String, Function<Arguments, Step>> verbs) {
    verbs.put("deletePod", in -> new Step.DeletePods(in.pods(), grace(in)));
    verbs.put("evict", in -> new Step.Evict(in.pods(), grace(in)));
    verbs.put("patchPods", in -> new Step.PatchPods(in.at("pods").pods(), in.field("patch")));
    for (String verb : new String[] {"podFails", "jobPodFails"}) {
      verbs.put(
          verb,
          in -> new Step.EndPods(in.pods(), (int) in.number("exitCode", 1), in.text("reason")));
    }
    for (String verb : new String[] {"podSucceeds", "jobPodSucceeds"}) {
      verbs.put(verb, in -> new Step.EndPods(in.pods(), 0, ""));
    }
    verbs.put("containerCrash", in -> new Step.CrashContainers(in.pods()));
    verbs.put("notReady", in -> new Step.MakeNotReady(in.pods()));
    verbs.put("ready", in -> new Step.MakeReady(in.pods()));
    verbs.put(
        "setPodCondition",
        in -> new Step.SetPodCondition(in.pods(), in.required("type"), in.required("status")));
    verbs.put("ungate", in -> new Step.Ungate(in.pods()));
  }

  private static void nodeVerbs(Map<String, Function<Arguments, Step>> verbs) {
    verbs.put("failNode", in -> new Step.FailNodes(in.texts()));
    verbs.put("recoverNode", in -> new Step.RecoverNodes(in.texts()));
    verbs.put("addNode", in -> new Step.AddNodes(NodeReader.read(in)));
    verbs.put("deleteNode", in -> new Step.DeleteNode(nodeName(in)));
    verbs.put("cordon", in -> new Step.Cordon(nodeName(in)));
    verbs.put("uncordon", in -> new Step.Uncordon(nodeName(in)));
    verbs.put(
        "taint", in -> new Step.Taint(in.required("node"), in.texts("add"), in.texts("remove")));
    verbs.put(
        "drain",
        in -> new Step.Drain(nodeName(in), in.field("force").isTrue(), in.duration("timeout")));
  }

  private static void timeVerbs(Map<String, Function<Arguments, Step>> verbs) {
    verbs.put("atSecond", in -> new Step.AtSecond((int) in.node().longOr(0)));
    verbs.put("advance", in -> new Step.Advance(in.duration()));
    verbs.put("snapshot", in -> new Step.Snapshot());
    verbs.put("settle", in -> new Step.Settle(in.duration("quiet").orElse(USUAL_QUIET)));
  }

  /** Reads one step: a map whose one key is the verb. */
  static Optional<Scenario.Line> read(int number, Node step, StepProblems problems) {
    if (step.size() != 1 || !step.isMapping()) {
      problems.report(step, "a step must be a map with one key, the verb");
      return Optional.empty();
    }
    Mapping.Entry entry = step.entries().get(0);
    Function<Arguments, Step> reader = VERBS.get(entry.key());
    if (reader == null) {
      problems.report(
          entry.keySpan(),
          "'%s' is no verb; known are %s"
              .formatted(entry.key(), String.join(", ", VERBS.keySet())));
      return Optional.empty();
    }
    Arguments arguments = new Arguments(entry.value(), problems);
    Step read = reader.apply(arguments);
    arguments.done();
    return Optional.of(
        new Scenario.Line(number, entry.key(), problems.place(entry.keySpan()), read));
  }

  private static String nodeName(Arguments in) {
    return in.isMapping() ? in.required("node") : Arguments.textOf(in.node());
  }

  private static Optional<Duration> grace(Arguments in) {
    return in.field("gracePeriodSeconds").asLong().map(Duration::ofSeconds);
  }

  private static Deletion.Cascade cascade(Arguments in) {
    String word = in.text("cascade");
    for (Deletion.Cascade cascade : Deletion.Cascade.values()) {
      if (cascade.name().toLowerCase(Locale.ROOT).equals(word)) {
        return cascade;
      }
    }
    if (!word.isEmpty()) {
      in.problem(in.field("cascade"), "'cascade' must be background, foreground or orphan");
    }
    return Deletion.Cascade.BACKGROUND;
  }

  private static Step.PatchKind patchKind(Arguments in) {
    String word = in.text("type");
    switch (word) {
      case "", "merge":
        return Step.PatchKind.MERGE;
      case "strategic":
        return Step.PatchKind.STRATEGIC;
      case "json":
        return Step.PatchKind.JSON;
      default:
        in.problem(in.field("type"), "'type' must be merge, strategic or json");
        return Step.PatchKind.MERGE;
    }
  }

  private static Step metadata(Arguments in, String field) {
    boolean named = in.field("target").isPresent();
    Mapping values = in.field(field) instanceof Mapping mapping ? mapping : Mapping.EMPTY;
    return new Step.SetMetadata(
        named ? Optional.of(in.target("target")) : Optional.empty(),
        named ? Optional.empty() : Optional.of(in.at("pods").pods()),
        field,
        values);
  }
}
