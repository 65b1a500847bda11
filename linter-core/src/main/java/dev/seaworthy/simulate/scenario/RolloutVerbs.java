package dev.seaworthy.simulate.scenario;

import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.Absent;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.simulate.clock.VirtualClock;
import dev.seaworthy.simulate.object.Meta;
import dev.seaworthy.simulate.server.ServerWords;
import dev.seaworthy.simulate.store.Kinds;
import dev.seaworthy.simulate.store.ObjectKey;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What {@code kubectl rollout} does: undo, restart, pause, resume. */
final class RolloutVerbs {

  private static final String HASH = "pod-template-hash";
  private static final String RESTARTED = "kubectl.kubernetes.io/restartedAt";

  /** Annotations that an undo leaves to the Deployment; the others come back with the template. */
  private static final Set<String> KEPT = Set.of(
      "kubectl.kubernetes.io/last-applied-configuration",
      WorkloadStates.REVISION,
      "deployment.kubernetes.io/revision-history",
      "deployment.kubernetes.io/desired-replicas",
      "deployment.kubernetes.io/max-replicas",
      "deprecated.deployment.rollback.to");

  private final Play play;

  RolloutVerbs(Play play) {
    this.play = play;
  }

  void pause(Target target) {
    object(target).ifPresent(object -> {
      if (object.at("spec", "paused").isTrue()) {
        play.gaveUp(ServerWords.of(ObjectKey.of(object)) + " is already paused");
      } else {
        play.answered(play.api().update(object.with("spec.paused", Scalar.of(true))));
      }
    });
  }

  void resume(Target target) {
    object(target).ifPresent(object -> {
      if (object.at("spec", "paused").isTrue()) {
        play.answered(play.api().update(object.without("spec", "paused")));
      } else {
        play.gaveUp(ServerWords.of(ObjectKey.of(object)) + " is not paused");
      }
    });
  }

  void restart(Target target) {
    object(target).ifPresent(object -> {
      if (object.at("spec", "paused").isTrue()) {
        play.gaveUp("can't restart paused deployment (run rollout resume first)");
        return;
      }
      Scalar now = Scalar.of(VirtualClock.timestamp(play.cluster().now()));
      play.answered(play.api()
          .update(object.withAt(now, "spec", "template", "metadata", "annotations", RESTARTED)));
    });
  }

  void undo(Target target, long toRevision) {
    object(target).ifPresent(object -> {
      if (object.groupKind().equals(Kinds.DEPLOYMENT)) {
        undoDeployment(object, toRevision);
      } else {
        undoByControllerRevision(object, toRevision);
      }
    });
  }

  private void undoDeployment(Resource deployment, long toRevision) {
    if (deployment.at("spec", "paused").isTrue()) {
      play.gaveUp(
          "cannot rollback a paused deployment; resume it first with 'kubectl rollout resume'"
              + " and try again");
      return;
    }
    List<Resource> history = play.view().ownedBy(Meta.uid(deployment), Kinds.REPLICA_SET).stream()
        .sorted(Comparator.comparingLong(RolloutVerbs::revision).reversed())
        .toList();
    Optional<Resource> former = toRevision > 0
        ? history.stream().filter(set -> revision(set) == toRevision).findFirst()
        : history.stream().skip(1).findFirst();
    if (former.isEmpty()) {
      play.gaveUp(noHistory(deployment, toRevision));
      return;
    }
    Node template = withoutHash(former.get().at("spec", "template"));
    if (!template.sameAs(withoutHash(deployment.at("spec", "template")))) {
      play.answered(play.api()
          .update(deployment
              .with("spec.template", template)
              .with("metadata.annotations", annotations(deployment, former.get()))));
    }
  }

  private static String noHistory(Resource object, long toRevision) {
    return toRevision > 0
        ? "unable to find specified revision %d in history".formatted(toRevision)
        : "no rollout history found for %s \"%s\""
            .formatted(object.kind().toLowerCase(Locale.ROOT), object.name());
  }

  private static long revision(Resource set) {
    String text = set.annotations().getOrDefault(WorkloadStates.REVISION, "");
    return text.matches("\\d{1,18}") ? Long.parseLong(text) : 0;
  }

  private static Node withoutHash(Node template) {
    return template instanceof Mapping mapping
        ? mapping.withoutAt(List.of("metadata", "labels", HASH))
        : Absent.INSTANCE;
  }

  private static Mapping annotations(Resource deployment, Resource former) {
    Map<String, String> result = new LinkedHashMap<>();
    former.annotations().forEach((key, value) -> {
      if (!KEPT.contains(key)) {
        result.put(key, value);
      }
    });
    deployment.annotations().forEach((key, value) -> {
      if (KEPT.contains(key)) {
        result.put(key, value);
      }
    });
    return Mapping.ofStrings(result);
  }

  /** StatefulSets and DaemonSets keep their former templates in ControllerRevisions. */
  private void undoByControllerRevision(Resource object, long toRevision) {
    List<Resource> history =
        play.view().ownedBy(Meta.uid(object), Kinds.CONTROLLER_REVISION).stream()
            .sorted(Comparator.comparingLong((Resource r) -> r.at("revision").longOr(0))
                .reversed())
            .toList();
    Optional<Resource> former = toRevision > 0
        ? history.stream().filter(r -> r.at("revision").longOr(0) == toRevision).findFirst()
        : history.stream().skip(1).findFirst();
    if (former.isEmpty()) {
      play.gaveUp(
          toRevision > 0 ? noHistory(object, toRevision) : "no last revision to roll back to");
    } else if (former.get().at("data", "spec", "template") instanceof Mapping template) {
      play.answered(play.api().update(object.with("spec.template", template.without("$patch"))));
    }
  }

  private Optional<Resource> object(Target target) {
    Optional<Resource> object = play.object(target);
    if (object.isEmpty()) {
      play.gaveUp(target + " is not there");
    }
    return object;
  }
}
