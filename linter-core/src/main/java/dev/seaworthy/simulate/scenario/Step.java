package dev.seaworthy.simulate.scenario;

import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.simulate.server.Deletion;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Something that happens in a story. The family is closed: a verb that is none of these is an error. */
sealed interface Step {

  /** Lets it happen. */
  void on(Play play);

  /** Server-side apply of every document of the files, by one field manager, forced. */
  record Apply(List<String> files) implements Step {
    @Override
    public void on(Play play) {
      play.objects().apply(files);
    }
  }

  /** Plain creation of every document of the files. */
  record Create(List<String> files) implements Step {
    @Override
    public void on(Play play) {
      play.objects().create(files);
    }
  }

  record Delete(Target target, Deletion.Cascade cascade) implements Step {
    @Override
    public void on(Play play) {
      play.objects().delete(target, cascade);
    }
  }

  /** Deletion of pods; without a grace each pod's own counts. */
  record DeletePods(PodSelection pods, Optional<Duration> grace) implements Step {
    @Override
    public void on(Play play) {
      play.pods().delete(pods, grace);
    }
  }

  /** Deletion of pods through the eviction API, which asks the disruption budgets. */
  record Evict(PodSelection pods, Optional<Duration> grace) implements Step {
    @Override
    public void on(Play play) {
      play.pods().evict(pods, grace);
    }
  }

  record Scale(Target target, long replicas) implements Step {
    @Override
    public void on(Play play) {
      play.objects().scale(target, replicas);
    }
  }

  /** A new image for the first container of the template. */
  record SetImage(Target target, String image) implements Step {
    @Override
    public void on(Play play) {
      play.objects().setImage(target, image);
    }
  }

  record Patch(Target target, Node patch, PatchKind kind, String subresource) implements Step {
    @Override
    public void on(Play play) {
      play.objects().patch(this);
    }
  }

  /** How a patch is to be read. */
  enum PatchKind {
    MERGE,
    STRATEGIC,
    JSON
  }

  record PatchPods(PodSelection pods, Node patch) implements Step {
    @Override
    public void on(Play play) {
      play.pods().patch(pods, patch);
    }
  }

  /** Sets labels or annotations; {@code null} removes one. */
  record SetMetadata(
      Optional<Target> target, Optional<PodSelection> pods, String field, Mapping values)
      implements Step {
    @Override
    public void on(Play play) {
      play.objects().setMetadata(this);
    }
  }

  /** What {@code kubectl rollout undo} does; revision 0 is the one before. */
  record RolloutUndo(Target target, long toRevision) implements Step {
    @Override
    public void on(Play play) {
      play.rollouts().undo(target, toRevision);
    }
  }

  record RolloutRestart(Target target) implements Step {
    @Override
    public void on(Play play) {
      play.rollouts().restart(target);
    }
  }

  record Pause(Target target) implements Step {
    @Override
    public void on(Play play) {
      play.rollouts().pause(target);
    }
  }

  record Resume(Target target) implements Step {
    @Override
    public void on(Play play) {
      play.rollouts().resume(target);
    }
  }

  /** Deletion of objects that {@code of} controls, picked by their place in order of creation. */
  record DeleteOwned(Target of, String kind, List<Integer> pick, Deletion.Cascade cascade)
      implements Step {
    @Override
    public void on(Play play) {
      play.objects().deleteOwned(this);
    }
  }

  record ScaleOwned(Target of, String kind, List<Integer> pick, long replicas) implements Step {
    @Override
    public void on(Play play) {
      play.objects().scaleOwned(this);
    }
  }

  /** Heartbeats stop, and nothing on the nodes moves any more. */
  record FailNodes(List<String> names) implements Step {
    @Override
    public void on(Play play) {
      play.nodes().fail(names);
    }
  }

  record RecoverNodes(List<String> names) implements Step {
    @Override
    public void on(Play play) {
      play.nodes().recover(names);
    }
  }

  record AddNodes(NodeTemplate template) implements Step {
    @Override
    public void on(Play play) {
      play.nodes().add(template);
    }
  }

  record DeleteNode(String name) implements Step {
    @Override
    public void on(Play play) {
      play.nodes().delete(name);
    }
  }

  record Cordon(String node) implements Step {
    @Override
    public void on(Play play) {
      play.nodes().cordon(node);
    }
  }

  record Uncordon(String node) implements Step {
    @Override
    public void on(Play play) {
      play.nodes().uncordon(node);
    }
  }

  record Taint(String node, List<String> add, List<String> remove) implements Step {
    @Override
    public void on(Play play) {
      play.nodes().taint(node, add, remove);
    }
  }

  /** What {@code kubectl drain --ignore-daemonsets} does. */
  record Drain(String node, boolean force, Optional<Duration> timeout) implements Step {
    @Override
    public void on(Play play) {
      play.nodes().drain(this);
    }
  }

  /** All containers end with the exit code; with 0 the pods have succeeded. */
  record EndPods(PodSelection pods, int exitCode, String reason) implements Step {
    @Override
    public void on(Play play) {
      play.pods().end(pods, exitCode, reason);
    }
  }

  /** A container ended and waits to be restarted. */
  record CrashContainers(PodSelection pods) implements Step {
    @Override
    public void on(Play play) {
      play.pods().crash(pods);
    }
  }

  /** The readiness probe fails. */
  record MakeNotReady(PodSelection pods) implements Step {
    @Override
    public void on(Play play) {
      play.pods().probe(pods, false);
    }
  }

  /** The readiness probe succeeds. */
  record MakeReady(PodSelection pods) implements Step {
    @Override
    public void on(Play play) {
      play.pods().probe(pods, true);
    }
  }

  record SetPodCondition(PodSelection pods, String type, String status) implements Step {
    @Override
    public void on(Play play) {
      play.pods().setCondition(this);
    }
  }

  /** Scheduling gates are removed. */
  record Ungate(PodSelection pods) implements Step {
    @Override
    public void on(Play play) {
      play.pods().ungate(pods);
    }
  }

  /** Counts what a label selector finds. */
  record Find(String kind, String selector) implements Step {
    @Override
    public void on(Play play) {
      play.objects().find(kind, selector);
    }
  }

  record DeleteNamespace() implements Step {
    @Override
    public void on(Play play) {
      play.objects().deleteNamespace();
    }
  }

  /** Waits for a second of the clock's minute. */
  record AtSecond(int second) implements Step {
    @Override
    public void on(Play play) {
      play.atSecond(second);
    }
  }

  record Advance(Duration time) implements Step {
    @Override
    public void on(Play play) {
      play.advance(time);
    }
  }

  /** Observes the state as it is now. */
  record Snapshot() implements Step {
    @Override
    public void on(Play play) {
      play.observe();
    }
  }

  /** Lets time pass until nothing has changed for {@code quiet}, then observes. */
  record Settle(Duration quiet) implements Step {
    @Override
    public void on(Play play) {
      play.settle(quiet);
    }
  }
}
