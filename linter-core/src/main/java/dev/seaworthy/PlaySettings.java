package dev.seaworthy;

import dev.seaworthy.simulate.ClusterSettings;
import dev.seaworthy.simulate.scenario.ControlPlane;
import dev.seaworthy.simulate.surroundings.Assume;
import java.util.function.IntPredicate;

/**
 * What holds for the cluster in which objects and stories are played. Each method gives settings that
 * differ in one point.
 */
final class PlaySettings {

  private static final int USUAL_NODES = 3;

  private int nodes = USUAL_NODES;
  private int podLimit = ClusterSettings.USUAL_POD_LIMIT;
  private long seed;
  private Assume assume = Assume.EXISTING;
  private ControlPlane controlPlane = ControlPlane.AS_WRITTEN;
  private DryRunOptions dryRun = DryRunOptions.usual();
  private boolean pruning;
  private boolean drawing;
  private int explored;
  private IntPredicate goesOnExploring = played -> true;

  private PlaySettings() {}

  // Fields change only before a copy is handed out.
  private PlaySettings(PlaySettings other) {
    this.nodes = other.nodes;
    this.podLimit = other.podLimit;
    this.seed = other.seed;
    this.assume = other.assume;
    this.controlPlane = other.controlPlane;
    this.dryRun = other.dryRun;
    this.pruning = other.pruning;
    this.drawing = other.drawing;
    this.explored = other.explored;
    this.goesOnExploring = other.goesOnExploring;
  }

  static PlaySettings usual() {
    return new PlaySettings();
  }

  PlaySettings withNodes(int other) {
    PlaySettings changed = new PlaySettings(this);
    changed.nodes = other;
    return changed;
  }

  PlaySettings withPodLimit(int other) {
    PlaySettings changed = new PlaySettings(this);
    changed.podLimit = other;
    return changed;
  }

  PlaySettings withSeed(long other) {
    PlaySettings changed = new PlaySettings(this);
    changed.seed = other;
    return changed;
  }

  PlaySettings withAssume(Assume other) {
    PlaySettings changed = new PlaySettings(this);
    changed.assume = other;
    return changed;
  }

  PlaySettings withControlPlane(ControlPlane other) {
    PlaySettings changed = new PlaySettings(this);
    changed.controlPlane = other;
    return changed;
  }

  PlaySettings withDryRun(DryRunOptions other) {
    PlaySettings changed = new PlaySettings(this);
    changed.dryRun = other;
    return changed;
  }

  PlaySettings pruningWhatVanished() {
    PlaySettings changed = new PlaySettings(this);
    changed.pruning = true;
    return changed;
  }

  PlaySettings drawingRuns() {
    PlaySettings changed = new PlaySettings(this);
    changed.drawing = true;
    return changed;
  }

  PlaySettings withExplored(int other) {
    PlaySettings changed = new PlaySettings(this);
    changed.explored = other;
    return changed;
  }

  PlaySettings withGoesOnExploring(IntPredicate other) {
    PlaySettings changed = new PlaySettings(this);
    changed.goesOnExploring = other;
    return changed;
  }

  int nodes() {
    return nodes;
  }

  int podLimit() {
    return podLimit;
  }

  long seed() {
    return seed;
  }

  Assume assume() {
    return assume;
  }

  ControlPlane controlPlane() {
    return controlPlane;
  }

  DryRunOptions dryRun() {
    return dryRun;
  }

  boolean pruning() {
    return pruning;
  }

  boolean drawing() {
    return drawing;
  }

  int explored() {
    return explored;
  }

  IntPredicate goesOnExploring() {
    return goesOnExploring;
  }
}
