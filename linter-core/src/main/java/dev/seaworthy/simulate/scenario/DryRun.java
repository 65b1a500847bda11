package dev.seaworthy.simulate.scenario;

import dev.seaworthy.api.ApiCatalog;
import dev.seaworthy.api.Resource;
import dev.seaworthy.api.ResourceType;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.manifest.Sequence;
import dev.seaworthy.simulate.Cluster;
import dev.seaworthy.simulate.ClusterSettings;
import dev.seaworthy.simulate.NodeShape;
import dev.seaworthy.simulate.PodTable;
import dev.seaworthy.simulate.Timeline;
import dev.seaworthy.simulate.TimelineRecorder;
import dev.seaworthy.simulate.clock.Seed;
import dev.seaworthy.simulate.node.Behaviour;
import dev.seaworthy.simulate.server.Answer;
import dev.seaworthy.simulate.server.FullJudgement;
import dev.seaworthy.simulate.store.Kinds;
import dev.seaworthy.validate.ApiServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a cluster would do with objects: they are applied to an embedded one, and time is let pass
 * until it comes to rest. Every container is taken to start and become ready; see {@link
 * ScenarioPlayer} for stories in which something goes wrong.
 */
public final class DryRun {

  /** Longer than anything that controllers wait for in a rollout that goes well. */
  private static final Duration QUIET = Duration.ofSeconds(30);

  private static final String DEFAULT_NAMESPACE = "default";

  private final Options options;
  private final Cluster cluster;
  private final Identities identities = new Identities();
  private final Recorder recorder;
  private final TimelineRecorder timeline;
  private final List<String> refusals = new ArrayList<>();
  private final Set<String> namespaces = new LinkedHashSet<>();
  private final Rejections rejections = new Rejections();

  /**
   * The cluster to try it on.
   *
   * @param nodes how many nodes, named {@code node-1} and so on
   * @param shape what each of them offers
   * @param seed decides what a real cluster leaves to chance
   * @param catalog the kinds that the API server knows
   * @param server judges what is applied; knows the same kinds
   */
  public record Options(
      int nodes,
      NodeShape shape,
      Seed seed,
      ApiCatalog catalog,
      ApiServer server,
      ClusterSettings settings) {

    /** Three nodes of four processors and 8 GiB each. */
    public static Options of(ApiCatalog catalog) {
      return new Options(
          3, NodeShape.USUAL, Seed.NONE, catalog, ApiServer.of(catalog), ClusterSettings.REAL);
    }

    public Options withNodes(int count, NodeShape each) {
      return new Options(count, each, seed, catalog, server, settings);
    }

    public Options withSeed(Seed other) {
      return new Options(nodes, shape, other, catalog, server, settings);
    }
  }

  /**
   * What came of it.
   *
   * @param timeline what happened
   * @param pods the pods at the end, as {@code kubectl get pods -o wide} prints them
   * @param waiting a line for each pod that found no node, with the scheduler's reason
   * @param refusals a line for each object that the API server refused
   * @param notes what the dry-run left out, a line each
   * @param json all of it, as {@code -o json} prints it
   */
  public record Result(
      Timeline timeline,
      String pods,
      List<String> waiting,
      List<String> refusals,
      List<String> notes,
      Mapping json) {

    public Result {
      waiting = List.copyOf(waiting);
      refusals = List.copyOf(refusals);
      notes = List.copyOf(notes);
    }

    /** Whether everything was taken and every pod found a node. */
    public boolean isFine() {
      return waiting.isEmpty() && refusals.isEmpty();
    }
  }

  private DryRun(List<Resource> resources, Options options) {
    this.options = options;
    this.cluster = Cluster.start(
        options.settings().playing(wellBehaved(resources)),
        options.seed(),
        new FullJudgement(options.server()));
    cluster.withNodes("node-", options.nodes(), options.shape());
    cluster.advance(Duration.ofSeconds(1));
    this.recorder = new Recorder(
        identities, new Extremes(cluster.view(), cluster.ownedPods(), DEFAULT_NAMESPACE));
    this.timeline = new TimelineRecorder(cluster);
    cluster.onCommit(identities);
    cluster.onCommit(recorder);
    cluster.onCommit(timeline);
  }

  /** Applies {@code resources} in their order and lets the cluster come to rest. */
  public static Result of(List<Resource> resources, Options options) {
    DryRun run = new DryRun(resources, options);
    List<Resource> placed = resources.stream().map(run::placed).toList();
    run.makeNamespaces(placed);
    placed.forEach(run::apply);
    boolean rests = run.cluster.settle(QUIET);
    return run.result(placed, rests);
  }

  /** No tag of a real image means that it fails; only scenarios say so. */
  private static Map<String, Behaviour> wellBehaved(List<Resource> resources) {
    Map<String, Behaviour> behaviours = new HashMap<>();
    resources.forEach(object -> collectImages(object.root(), behaviours));
    return behaviours;
  }

  private static void collectImages(Node node, Map<String, Behaviour> behaviours) {
    node.get("image").asString().ifPresent(image -> behaviours.put(image, Behaviour.NORMAL));
    node.entries().forEach(entry -> collectImages(entry.value(), behaviours));
    node.items().forEach(item -> collectImages(item, behaviours));
  }

  private Resource placed(Resource object) {
    boolean hasNamespace =
        options.catalog().find(object.gvk()).map(ResourceType::namespaced).orElse(true);
    return hasNamespace && object.namespace().isEmpty()
        ? object.with("metadata.namespace", Scalar.of(DEFAULT_NAMESPACE))
        : object;
  }

  /** Namespaces that objects name but nobody gives are taken to be there. */
  private void makeNamespaces(List<Resource> objects) {
    namespaces.add(DEFAULT_NAMESPACE);
    objects.stream().map(Resource::namespace).filter(n -> !n.isEmpty()).forEach(namespaces::add);
    for (String name : namespaces) {
      boolean isGiven = objects.stream()
          .anyMatch(o -> o.groupKind().equals(Kinds.NAMESPACE) && o.name().equals(name));
      if (!isGiven) {
        cluster.api().create(namespace(name));
      }
    }
  }

  private static Resource namespace(String name) {
    return new Resource(new Fields()
        .put("apiVersion", "v1")
        .put("kind", "Namespace")
        .put("metadata", Mapping.of("name", Scalar.of(name)))
        .build());
  }

  private void apply(Resource object) {
    Answer answer = cluster.peoplesApi().apply(object);
    rejections.note(new Scenario.Line(1, "apply", new Step.Snapshot()), answer);
    if (!answer.accepted()) {
      refusals.add(
          "%s: %d %s: %s".formatted(object, answer.code(), answer.reason(), answer.message()));
    }
  }

  private Result result(List<Resource> objects, boolean rests) {
    List<String> notes = notes(objects);
    if (!rests) {
      notes.add("the cluster does not come to rest; this is its state after an hour");
    }
    List<String> waiting = waiting();
    return new Result(
        timeline.timeline(),
        PodTable.of(cluster.view(), cluster.now()),
        waiting,
        refusals,
        notes,
        json(notes));
  }

  private List<String> waiting() {
    List<String> lines = new ArrayList<>();
    for (Resource pod : cluster.view().list(Kinds.POD)) {
      Node scheduled = ConditionStates.find(pod, "PodScheduled");
      if (pod.at("spec", "nodeName").isAbsent()) {
        String why = scheduled.get("message").text();
        lines.add(
            "pod/%s waits: %s".formatted(pod.name(), why.isEmpty() ? "no reason known" : why));
      }
    }
    return lines;
  }

  private List<String> notes(List<Resource> objects) {
    Set<String> idle = new TreeSet<>();
    for (Resource object : objects) {
      if (!cluster.plays(object.groupKind()) && Idle.wouldAct(object.groupKind())) {
        idle.add(object.kind());
      }
    }
    List<String> notes = new ArrayList<>();
    if (!idle.isEmpty()) {
      notes.add("taken, but not played out by this dry-run: " + String.join(", ", idle));
    }
    return notes;
  }

  private Mapping json(List<String> notes) {
    Fields states = new Fields();
    for (String namespace : namespaces) {
      states.put(
          namespace, Observation.of(cluster.view(), cluster.events(), namespace, identities));
    }
    return new Fields()
        .put("kubernetes", options.catalog().release().toString())
        .put("states", states.build())
        .put("since", recorder.take())
        .putList("rejections", rejections.all())
        .put("timeline", timeline.timeline().toNode())
        .put("notes", Sequence.ofStrings(notes))
        .build();
  }
}
