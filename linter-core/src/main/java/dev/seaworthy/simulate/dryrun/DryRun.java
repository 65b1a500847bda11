package dev.seaworthy.simulate.dryrun;

import dev.seaworthy.api.ObjectKey;
import dev.seaworthy.api.Resource;
import dev.seaworthy.api.ResourceType;
import dev.seaworthy.apply.Applying;
import dev.seaworthy.diagnostic.Location;
import dev.seaworthy.graph.InputObject;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.simulate.Cluster;
import dev.seaworthy.simulate.node.Behaviour;
import dev.seaworthy.simulate.outcome.Outcome;
import dev.seaworthy.simulate.outcome.OutcomeRecorder;
import dev.seaworthy.simulate.server.Answer;
import dev.seaworthy.simulate.surroundings.AssumedNodes;
import dev.seaworthy.simulate.surroundings.Furnishing;
import dev.seaworthy.simulate.surroundings.Surroundings;
import java.time.Duration;
import java.util.Collection;
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

  static final String DEFAULT_NAMESPACE = "default";

  /** The place of what no manifest is the reason for. */
  private final DryRunSettings options;

  private final Cluster cluster;
  private final AssumedNodes nodes;
  private final Surroundings surroundings;
  private final Furnishing furnishing;

  /** {@code beside}: objects of the input that are not applied, of which operators make others. */
  DryRun(List<InputObject> objects, Collection<InputObject> beside, DryRunSettings options) {
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
        new OutcomeRecorder(cluster, options.catalog(), surroundings, Location.OF_CLUSTER);
    if (options.plan().before().isEmpty()) {
      recorder.assumed(nodes, options.shape(), "--nodes plays it on more, or on those of a file");
    }
    return recorder;
  }

  Cluster cluster() {
    return cluster;
  }

  /** Applies {@code objects} in their order and lets the cluster come to rest. */
  public static Outcome of(List<InputObject> objects, DryRunSettings options) {
    return ofJudged(
        objects.stream()
            .map(object -> new AppliedManifest(object, Optional.empty()))
            .toList(),
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
      List<AppliedManifest> manifests, Collection<InputObject> beside, DryRunSettings options) {
    List<InputObject> objects = manifests.stream().map(AppliedManifest::object).toList();
    Names.check(options.plan(), options.nodeNames(objects), objects);
    return play(manifests, beside, options);
  }

  /** What comes of an old state; what a plan names may be in the new one only. */
  static Outcome ofOld(List<AppliedManifest> manifests, DryRunSettings options) {
    return play(manifests, List.of(), options);
  }

  private static Outcome play(
      List<AppliedManifest> manifests, Collection<InputObject> beside, DryRunSettings options) {
    List<InputObject> objects = manifests.stream().map(AppliedManifest::object).toList();
    DryRun run = new DryRun(objects, beside, options);
    OutcomeRecorder recorder = run.watch();
    if (options.history() || options.plan().mayTakeDown()) {
      recorder.recordHistory();
    }
    recorder.step(title(objects));
    manifests.forEach(manifest -> manifest.standIns().forEach(recorder::filled));
    for (AppliedManifest manifest : run.order(manifests).telling(recorder).manifests()) {
      Resource sent = run.placed(manifest.object());
      recorder.applied(manifest.object(), sent, run.apply(manifest, sent));
    }
    run.endApplying();
    new Afterwards(run.cluster, recorder, options, Patience.with(objects)).play();
    return recorder.outcome(options.plan().inquiries());
  }

  /** How {@code manifests} are applied. */
  ApplyOrder order(List<AppliedManifest> manifests) {
    return new ApplyOrder(manifests, written -> ObjectKey.of(placed(written)));
  }

  static String title(List<InputObject> objects) {
    List<String> files = objects.stream().map(InputObject::file).distinct().toList();
    if (files.isEmpty()) {
      return "apply nothing";
    }
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

  Answer apply(AppliedManifest manifest, Resource sent) {
    Answer answer = manifest
        .verdict()
        .map(judged -> cluster.api().apply(sent, Applying.CLIENT_SIDE, judged))
        .orElseGet(() -> cluster.api().apply(sent, Applying.CLIENT_SIDE));
    furnishing.after(sent);
    return answer;
  }
}
