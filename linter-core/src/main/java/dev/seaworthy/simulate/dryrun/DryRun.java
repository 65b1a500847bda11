package dev.seaworthy.simulate.dryrun;

import dev.seaworthy.api.ApiCatalog;
import dev.seaworthy.api.GroupKind;
import dev.seaworthy.api.ObjectKey;
import dev.seaworthy.api.Resource;
import dev.seaworthy.api.ResourceType;
import dev.seaworthy.apply.Applying;
import dev.seaworthy.diagnostic.Location;
import dev.seaworthy.graph.InputObject;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.simulate.Cluster;
import dev.seaworthy.simulate.ClusterSettings;
import dev.seaworthy.simulate.NodeShape;
import dev.seaworthy.simulate.clock.Seed;
import dev.seaworthy.simulate.node.Behaviour;
import dev.seaworthy.simulate.outcome.Outcome;
import dev.seaworthy.simulate.outcome.OutcomeRecorder;
import dev.seaworthy.simulate.outcome.OverwrittenObjects;
import dev.seaworthy.simulate.server.Answer;
import dev.seaworthy.simulate.store.Kinds;
import dev.seaworthy.simulate.surroundings.Assume;
import dev.seaworthy.simulate.surroundings.AssumedNodes;
import dev.seaworthy.simulate.surroundings.Completion;
import dev.seaworthy.simulate.surroundings.Filling;
import dev.seaworthy.simulate.surroundings.Furnishing;
import dev.seaworthy.simulate.surroundings.StandIn;
import dev.seaworthy.simulate.surroundings.Surroundings;
import dev.seaworthy.validate.ApiServer;
import dev.seaworthy.validate.Verdict;
import dev.seaworthy.validate.admission.AdmissionSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a cluster would do with objects: they are applied to an embedded one, and time is let pass
 * until it comes to rest. No program runs: every container is taken to start and
 * to become ready. Scenarios tell stories in which something goes wrong.
 */
public final class DryRun {

  private static final String PREFIX = "node-";

  static final String DEFAULT_NAMESPACE = "default";

  private static final List<GroupKind> FIRST = List.of(
      Kinds.NAMESPACE,
      GroupKind.of("apiextensions.k8s.io", "CustomResourceDefinition"),
      Kinds.STORAGE_CLASS,
      Kinds.PERSISTENT_VOLUME,
      Kinds.PERSISTENT_VOLUME_CLAIM,
      Kinds.PRIORITY_CLASS,
      Kinds.RUNTIME_CLASS,
      Kinds.SERVICE_ACCOUNT);

  /** The place of what no manifest is the reason for. */
  private static final String CLUSTER = "<cluster>";

  private final Options options;
  private final Cluster cluster;
  private final AssumedNodes nodes;
  private final Surroundings surroundings;
  private final Furnishing furnishing;

  /**
   * The cluster to try it on.
   *
   * @param nodes how many nodes, named {@code node-1} and so on, unless the plan has others
   * @param shape what each of them offers
   * @param seed decides what a real cluster leaves to chance
   * @param catalog the kinds that the API server knows
   * @param server judges what is applied; knows the same kinds
   * @param plan what goes wrong, and what is asked
   * @param history whether to take down what was at every moment
   * @param assume what to think of objects that are named and not there
   */
  public record Options(
      int nodes,
      NodeShape shape,
      Seed seed,
      ApiCatalog catalog,
      ApiServer server,
      ClusterSettings settings,
      Assume assume,
      Plan plan,
      boolean history) {

    /** Three nodes of four processors and 8 GiB each. */
    public static Options of(ApiCatalog catalog) {
      return new Options(
          3,
          NodeShape.USUAL,
          Seed.NONE,
          catalog,
          ApiServer.of(catalog),
          ClusterSettings.REAL,
          Assume.EXISTING,
          Plan.USUAL,
          false);
    }

    /** The same, where the API server is configured so. */
    public Options admitting(AdmissionSettings by) {
      ApiServer other = server.with(by);
      return new Options(nodes, shape, seed, catalog, other, settings, assume, plan, history);
    }

    public Options withNodes(int count, NodeShape each) {
      return new Options(count, each, seed, catalog, server, settings, assume, plan, history);
    }

    public Options withPodLimit(int most) {
      ClusterSettings limited = settings.withPodLimit(most);
      return new Options(nodes, shape, seed, catalog, server, limited, assume, plan, history);
    }

    public Options assuming(Assume other) {
      return new Options(nodes, shape, seed, catalog, server, settings, other, plan, history);
    }

    /** Things may take all the time that a real system may take for them. */
    public Options withJitter() {
      ClusterSettings slower = settings.withJitter();
      return new Options(nodes, shape, seed, catalog, server, slower, assume, plan, history);
    }

    public Options withSeed(Seed other) {
      return new Options(nodes, shape, other, catalog, server, settings, assume, plan, history);
    }

    public Options recordingHistory(boolean wanted) {
      return new Options(nodes, shape, seed, catalog, server, settings, assume, plan, wanted);
    }

    public Options with(Plan other) {
      return new Options(nodes, shape, seed, catalog, server, settings, assume, other, history);
    }

    /** The nodes to try {@code objects} on, where the plan has none. */
    private AssumedNodes assumedNodes(Collection<InputObject> objects) {
      return assume == Assume.EXISTING
          ? AssumedNodes.suiting(objects, PREFIX, nodes, shape)
          : AssumedNodes.bare(PREFIX, nodes, shape);
    }

    /** The names of the nodes for {@code objects}. */
    List<String> nodeNames(Collection<InputObject> objects) {
      return plan.before()
          .map(ClusterState::nodeNames)
          .orElseGet(() -> List.copyOf(assumedNodes(objects).shapes().keySet()));
    }
  }

  /**
   * A manifest, and what a server of the same kinds answered when it was asked about it alone; empty
   * if none was.
   *
   * @param standIns what is played in the place of values that the manifest leaves open
   */
  public record Manifest(InputObject object, Optional<Verdict> verdict, List<StandIn> standIns) {

    public Manifest {
      standIns = List.copyOf(standIns);
    }

    /** One that leaves nothing open. */
    public Manifest(InputObject object, Optional<Verdict> verdict) {
      this(object, verdict, List.of());
    }

    /**
     * {@code object} as it is played where kustomizations are yet to complete it; empty if that cannot
     * be guessed.
     */
    public static Optional<Manifest> completed(InputObject object, ApiServer server) {
      Filling.Filled filled = Filling.of(object, server::create);
      return Completion.of(filled.object(), server::create).map(completed -> {
        List<StandIn> standIns = new ArrayList<>(filled.standIns());
        standIns.addAll(completed.standIns());
        return new Manifest(completed.object(), Optional.empty(), standIns);
      });
    }

    /** {@code object} with what it leaves open filled in, as far as a server takes it then. */
    public static Manifest filled(InputObject object, ApiServer server) {
      Filling.Filled filled = Filling.of(object, server::create);
      return new Manifest(filled.object(), Optional.empty(), filled.standIns());
    }
  }

  /** {@code beside}: objects of the input that are not applied, of which operators make others. */
  DryRun(List<InputObject> objects, Collection<InputObject> beside, Options options) {
    this.options = options;
    this.cluster = Cluster.start(
        options.settings().playing(behaviours(objects, options.plan())),
        options.seed(),
        options.server());
    this.nodes = options.assumedNodes(objects);
    options
        .plan()
        .before()
        .ifPresentOrElse(
            state -> state.play(cluster), () -> nodes.shapes().forEach(cluster::addNode));
    cluster.advance(Duration.ofSeconds(1));
    this.surroundings = Surroundings.of(objects, beside, DEFAULT_NAMESPACE, options.assume());
    this.furnishing = new Furnishing(surroundings, cluster.api());
    furnishing.begin();
  }

  /** Watches the cluster from now on. */
  OutcomeRecorder watch() {
    OutcomeRecorder recorder =
        new OutcomeRecorder(cluster, options.catalog(), surroundings, Location.ofFile(CLUSTER));
    if (options.plan().before().isEmpty()) {
      recorder.assumed(nodes, options.shape(), "--nodes plays it on more, or on those of a file");
    }
    return recorder;
  }

  Cluster cluster() {
    return cluster;
  }

  /** Applies {@code objects} in their order and lets the cluster come to rest. */
  public static Outcome of(List<InputObject> objects, Options options) {
    return ofJudged(
        objects.stream().map(object -> new Manifest(object, Optional.empty())).toList(),
        List.of(),
        options);
  }

  /**
   * The same; of what was judged already only what depends on the cluster is judged again.
   *
   * @param beside objects of the input that are not applied, as nobody has defined their kind or a
   *     server refuses them; what operators make of them is there
   */
  public static Outcome ofJudged(
      List<Manifest> manifests, Collection<InputObject> beside, Options options) {
    List<InputObject> objects = manifests.stream().map(Manifest::object).toList();
    Names.check(options.plan(), options.nodeNames(objects), objects);
    return play(manifests, beside, options);
  }

  /** What comes of an old state; what a plan names may be in the new one only. */
  static Outcome ofOld(List<Manifest> manifests, Options options) {
    return play(manifests, List.of(), options);
  }

  private static Outcome play(
      List<Manifest> manifests, Collection<InputObject> beside, Options options) {
    List<InputObject> objects = manifests.stream().map(Manifest::object).toList();
    DryRun run = new DryRun(objects, beside, options);
    OutcomeRecorder recorder = run.watch();
    if (options.history() || options.plan().mayTakeDown()) {
      recorder.recordHistory();
    }
    recorder.step(title(objects));
    manifests.forEach(manifest -> manifest.standIns().forEach(recorder::filled));
    for (Manifest manifest : run.inOrder(manifests, recorder)) {
      Resource sent = run.placed(manifest.object());
      recorder.applied(manifest.object(), sent, run.apply(manifest, sent));
    }
    run.endApplying();
    new Afterwards(run.cluster, recorder, options, Patience.with(objects)).play();
    return recorder.outcome(options.plan().inquiries());
  }

  /** What is to be applied, in order; {@code recorder} is told what stands there several times. */
  List<Manifest> inOrder(List<Manifest> manifests, OutcomeRecorder recorder) {
    OverwrittenObjects objects = overwritten(manifests);
    objects.tell().ifPresent(recorder::remark);
    return sorted(without(objects.covered(), manifests));
  }

  /** The same before anybody watches. */
  List<Manifest> inOrder(List<Manifest> manifests) {
    return sorted(without(overwritten(manifests).covered(), manifests));
  }

  private OverwrittenObjects overwritten(List<Manifest> manifests) {
    OverwrittenObjects objects = new OverwrittenObjects();
    manifests.forEach(
        manifest -> objects.add(ObjectKey.of(placed(manifest.object())), manifest.object()));
    return objects;
  }

  private static List<Manifest> without(Set<InputObject> covered, List<Manifest> manifests) {
    return covered.isEmpty()
        ? manifests
        : manifests.stream()
            .filter(manifest -> !covered.contains(manifest.object()))
            .toList();
  }

  /**
   * What others live in or are made with comes first, as kustomize, Helm and whatever else applies
   * folders sort it; the rest as it is written.
   */
  private static List<Manifest> sorted(List<Manifest> manifests) {
    return manifests.stream()
        .sorted(Comparator.comparingInt(manifest -> {
          int place = FIRST.indexOf(manifest.object().kind());
          return place < 0 ? FIRST.size() : place;
        }))
        .toList();
  }

  static String title(List<InputObject> objects) {
    List<String> files = objects.stream().map(InputObject::file).distinct().toList();
    String count = objects.size() == 1 ? "1 object" : objects.size() + " objects";
    return files.size() == 1
        ? "apply " + files.get(0)
        : "apply " + count + " of " + files.size() + " files";
  }

  /** No tag of a real image means that it fails; only scenarios and plans say so. */
  private static Map<String, Behaviour> behaviours(List<InputObject> objects, Plan plan) {
    Set<String> images = new TreeSet<>();
    objects.forEach(object -> Names.collectImages(object.resource().root(), images));
    Map<String, Behaviour> behaviours = new HashMap<>();
    images.forEach(image -> behaviours.put(image, Behaviour.NORMAL));
    behaviours.putAll(plan.images());
    return behaviours;
  }

  /** Which object it is in the cluster, in whatever version it is written. */
  ObjectKey keyOf(InputObject written) {
    return new ObjectKey(written.kind(), placed(written).namespace(), written.name());
  }

  /** In the namespace that it goes to. */
  Resource placed(InputObject written) {
    Resource object = written.resource();
    boolean hasNamespace =
        options.catalog().find(object.gvk()).map(ResourceType::namespaced).orElse(true);
    return hasNamespace && object.namespace().isEmpty()
        ? object.with("metadata.namespace", Scalar.of(DEFAULT_NAMESPACE))
        : object;
  }

  /** Has what {@code objects}, which others follow, take for granted made, too. */
  Furnishing furnishFor(List<InputObject> objects) {
    Furnishing former = Furnishing.forTheTimeBeing(
        Surroundings.of(objects, DEFAULT_NAMESPACE, options.assume()), cluster.api());
    former.begin();
    return former;
  }

  /** Claims of what is applied from now on keep their class open as long as that takes. */
  void beginApplying() {
    furnishing.markDefaultClass(cluster.view(), false);
  }

  /** What was applied is all there: a claim that no volume fits gets the class that is assumed. */
  void endApplying() {
    furnishing.markDefaultClass(cluster.view(), true);
  }

  Answer apply(Manifest manifest, Resource sent) {
    Answer answer = manifest
        .verdict()
        .map(judged -> cluster.api().apply(sent, Applying.CLIENT_SIDE, judged))
        .orElseGet(() -> cluster.api().apply(sent, Applying.CLIENT_SIDE));
    furnishing.after(sent);
    return answer;
  }
}
