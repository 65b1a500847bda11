package dev.seaworthy.simulate.controller.deployment;

import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.manifest.Sequence;
import dev.seaworthy.simulate.object.Deployment;
import dev.seaworthy.simulate.object.Meta;
import dev.seaworthy.simulate.object.ReplicaSet;
import dev.seaworthy.simulate.server.Answer;
import dev.seaworthy.simulate.store.Kinds;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Numbers the templates of a Deployment and makes the ReplicaSet of a new one. */
final class Revisions {

  private Revisions() {}

  /** Sees that the set of the present template has the highest number, and the Deployment the same. */
  static void follow(Rollout rollout) {
    rollout.fresh().ifPresent(set -> follow(rollout, set));
  }

  private static void follow(Rollout rollout, ReplicaSet set) {
    Deployment deployment = rollout.deployment();
    Resource followed = Annotations.following(set.resource(), deployment, next(rollout));
    long readiness = deployment.minReadySeconds();
    if (readiness != set.minReadySeconds()) {
      followed = followed.with("spec.minReadySeconds", Scalar.of(readiness));
    }
    if (!followed.root().sameAs(set.resource().root())) {
      rollout.api().update(followed).object().map(ReplicaSet::new).ifPresent(rollout::replaced);
      return;
    }
    note(
        rollout,
        set.annotations().getOrDefault(Annotations.REVISION, ""),
        ProgressingCondition.Step.FOUND,
        set.name());
  }

  private static long next(Rollout rollout) {
    return 1
        + rollout.old().stream()
            .mapToLong(set -> Annotations.revision(set.annotations()))
            .max()
            .orElse(0);
  }

  private static void note(
      Rollout rollout, String revision, ProgressingCondition.Step step, String set) {
    Resource noted =
        Annotations.with(rollout.deployment().resource(), Annotations.REVISION, revision);
    rollout.writeStatus(ProgressingCondition.beginning(noted, step, set, rollout.clock()));
  }

  /** Makes the set of the present template, if there is none. Gives false if that was refused. */
  static boolean ensure(Rollout rollout) {
    if (rollout.fresh().isPresent()) {
      follow(rollout);
      return true;
    }
    Deployment deployment = rollout.deployment();
    String hash = TemplateHash.of(deployment.resource());
    long size = deployment.isRolling()
        ? RollingUpdate.newSize(deployment, 0, rollout.wantedInAll())
        : deployment.replicas();
    long revision = next(rollout);
    Answer answer = rollout.api().create(set(deployment, hash, size, revision));
    if (!answer.accepted()) {
      return refused(rollout, answer, hash);
    }
    ReplicaSet made = new ReplicaSet(answer.object().orElseThrow());
    rollout.joined(made);
    if (size > 0) {
      tell(rollout, made, size);
    }
    note(rollout, Long.toString(revision), ProgressingCondition.Step.CREATED, made.name());
    return true;
  }

  private static void tell(Rollout rollout, ReplicaSet made, long size) {
    rollout
        .api()
        .events()
        .normal(
            rollout.deployment().resource(),
            "ScalingReplicaSet",
            "Scaled up replica set " + made.name() + " from 0 to " + size);
  }

  private static boolean refused(Rollout rollout, Answer answer, String hash) {
    Deployment deployment = rollout.deployment();
    String name = deployment.name() + "-" + hash;
    if (answer.reason().equals("AlreadyExists")) {
      Optional<Resource> other =
          rollout.api().view().get(Kinds.REPLICA_SET, deployment.namespace(), name);
      long collisions = deployment.counted("collisionCount") + 1;
      if (other.isPresent()) {
        rollout.writeStatus(
            deployment.resource().with("status.collisionCount", Scalar.of(collisions)));
      }
      return false;
    }
    rollout.writeStatus(ProgressingCondition.refused(
        deployment.resource(), name, answer.message(), rollout.clock()));
    rollout
        .api()
        .events()
        .warning(
            deployment.resource(),
            "ReplicaSetCreateError",
            "Failed to create new replica set \"" + name + "\": " + answer.message());
    return false;
  }

  private static Resource set(Deployment deployment, String hash, long size, long revision) {
    Map<String, Node> metadata = new LinkedHashMap<>();
    Mapping template = (Mapping) deployment.template();
    Mapping labelled =
        template.withAt(List.of("metadata", "labels", TemplateHash.LABEL), Scalar.of(hash));
    metadata.put("name", Scalar.of(deployment.name() + "-" + hash));
    metadata.put("namespace", Scalar.of(deployment.namespace()));
    metadata.put("labels", labelled.at("metadata", "labels"));
    metadata.put(
        "ownerReferences", Sequence.of(List.of(Meta.controllerReference(deployment.resource()))));
    Mapping selector = ((Mapping) deployment.resource().at("spec", "selector"))
        .withAt(List.of("matchLabels", TemplateHash.LABEL), Scalar.of(hash));
    Resource set = new Resource(Mapping.of(
            "apiVersion", Scalar.of("apps/v1"),
            "kind", Scalar.of("ReplicaSet"),
            "metadata", Mapping.of(metadata)))
        .with("spec.replicas", Scalar.of(size))
        .with("spec.selector", selector)
        .with("spec.template", labelled);
    if (deployment.minReadySeconds() > 0) {
      set = set.with("spec.minReadySeconds", Scalar.of(deployment.minReadySeconds()));
    }
    return Annotations.noting(Annotations.following(set, deployment, revision), deployment);
  }
}
