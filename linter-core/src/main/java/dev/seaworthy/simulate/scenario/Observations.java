package dev.seaworthy.simulate.scenario;

import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.manifest.Span;
import dev.seaworthy.simulate.Cluster;
import dev.seaworthy.simulate.scenario.language.Scenario;
import dev.seaworthy.simulate.scenario.observation.Extremes;
import dev.seaworthy.simulate.scenario.observation.Fields;
import dev.seaworthy.simulate.scenario.observation.Identities;
import dev.seaworthy.simulate.scenario.observation.Observation;
import dev.seaworthy.simulate.scenario.observation.Recorder;
import dev.seaworthy.simulate.scenario.observation.Rejections;
import dev.seaworthy.simulate.server.Answer;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What is seen of a story, in the form in which recordings are. */
final class Observations {

  private final Cluster cluster;
  private final String namespace;
  private final Identities identities = new Identities();
  private final Recorder recorder;
  private final Rejections rejections = new Rejections();
  private final List<Mapping> observations = new ArrayList<>();
  private final List<Mapping> lookups = new ArrayList<>();
  private Instant lastAction;
  private Instant lastChange;

  /** Watches {@code cluster} from now on. */
  Observations(Cluster cluster, String namespace) {
    this.cluster = cluster;
    this.namespace = namespace;
    this.recorder =
        new Recorder(identities, new Extremes(cluster.view(), cluster.ownedPods(), namespace));
    this.lastAction = cluster.now();
    this.lastChange = cluster.now();
    cluster.onCommit(identities);
    cluster.onCommit(recorder);
    cluster.onCommit(change -> lastChange = cluster.now());
  }

  /** Who is whose. */
  Identities identities() {
    return identities;
  }

  /** What happened so far belongs to nothing that is observed. */
  void begin() {
    recorder.take();
  }

  /** The story did something. */
  void acted() {
    lastAction = cluster.now();
  }

  /** The story did something, and this is the answer. */
  void answered(Scenario.Line line, Answer answer) {
    acted();
    rejections.note(line, answer);
  }

  /** A command gave up, with {@code message}. */
  void gaveUp(Scenario.Line line, String message) {
    acted();
    rejections.note(line, message);
  }

  void found(Scenario.Line line, String kind, String selector, long count) {
    lookups.add(new Fields()
        .put("step", line.number())
        .put("kind", kind)
        .put("selector", selector)
        .put("count", count)
        .build());
  }

  /** Takes down how things are. */
  void observe(Scenario.Line line) {
    observations.add(observation(line).build());
  }

  /** The same after the cluster has come to rest; says how long it took until the last change. */
  void observeRest(Scenario.Line line) {
    Duration taken = Duration.between(lastAction, later(lastAction, lastChange));
    observations.add(observation(line).put("measuredSeconds", seconds(taken)).build());
  }

  private Fields observation(Scenario.Line line) {
    return new Fields()
        .put("step", line.number())
        .put("by", line.verb())
        .put("state", Observation.of(cluster.view(), cluster.events(), namespace, identities))
        .put("since", recorder.take());
  }

  private static Instant later(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }

  private static Scalar seconds(Duration time) {
    return new Scalar(
        Scalar.Kind.FLOAT, BigDecimal.valueOf(time.toMillis(), 3).toPlainString(), Span.NONE);
  }

  /** All of it. */
  Mapping all(Scenario scenario, String kubernetes) {
    return new Fields()
        .put("scenario", scenario.name())
        .put("area", scenario.area())
        .put("kubernetes", kubernetes)
        .putList("rejections", rejections.all())
        .putList("lookups", lookups)
        .putList("observations", observations)
        .build();
  }
}
