package dev.seaworthy.simulate.scenario.verb;

import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.Absent;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.simulate.object.Meta;
import dev.seaworthy.simulate.scenario.language.Arguments;
import dev.seaworthy.simulate.scenario.language.Step;
import dev.seaworthy.simulate.scenario.language.StepContext;
import dev.seaworthy.simulate.scenario.language.Verb;
import dev.seaworthy.simulate.store.Kinds;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code rolloutUndo}. */
final class RolloutUndo implements Verb {

  private static final String REVISION = "deployment.kubernetes.io/revision";
  private static final String HASH = "pod-template-hash";

  /** Annotations that an undo leaves to the Deployment; the others come back with the template. */
  private static final Set<String> KEPT = Set.of(
      "kubectl.kubernetes.io/last-applied-configuration",
      REVISION,
      "deployment.kubernetes.io/revision-history",
      "deployment.kubernetes.io/desired-replicas",
      "deployment.kubernetes.io/max-replicas",
      "deprecated.deployment.rollback.to");

  @Override
  public List<String> names() {
    return List.of("rolloutUndo");
  }

  @Override
  public String example() {
    return "{target: Deployment/web, toRevision: 1}";
  }

  @Override
  public String description() {
    return "What kubectl rollout undo does; without toRevision it goes back to the one "
        + "before.";
  }

  @Override
  public Step read(Arguments in) {
    long toRevision = in.number("toRevision", 0, 0, Long.MAX_VALUE);
    return Rollouts.on(in.target(), (context, object) -> {
      if (object.groupKind().equals(Kinds.DEPLOYMENT)) {
        undoDeployment(context, object, toRevision);
      } else {
        undoByControllerRevision(context, object, toRevision);
      }
    });
  }

  private static void undoDeployment(StepContext context, Resource deployment, long toRevision) {
    if (Rollouts.isPaused(deployment)) {
      context.gaveUp(
          "cannot rollback a paused deployment; resume it first with 'kubectl rollout resume'"
              + " and try again");
      return;
    }
    List<Resource> history =
        context.view().ownedBy(Meta.uid(deployment), Kinds.REPLICA_SET).stream()
            .sorted(Comparator.comparingLong(RolloutUndo::revision).reversed())
            .toList();
    Optional<Resource> former = toRevision > 0
        ? history.stream().filter(set -> revision(set) == toRevision).findFirst()
        : history.stream().skip(1).findFirst();
    if (former.isEmpty()) {
      context.gaveUp(noHistory(deployment, toRevision));
      return;
    }
    Node template = withoutHash(former.get().at("spec", "template"));
    if (!template.sameAs(withoutHash(deployment.at("spec", "template")))) {
      context.answered(context
          .api()
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
    String text = set.annotations().getOrDefault(REVISION, "");
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
  private static void undoByControllerRevision(
      StepContext context, Resource object, long toRevision) {
    List<Resource> history =
        context.view().ownedBy(Meta.uid(object), Kinds.CONTROLLER_REVISION).stream()
            .sorted(Comparator.comparingLong((Resource r) -> r.at("revision").longOr(0))
                .reversed())
            .toList();
    Optional<Resource> former = toRevision > 0
        ? history.stream().filter(r -> r.at("revision").longOr(0) == toRevision).findFirst()
        : history.stream().skip(1).findFirst();
    if (former.isEmpty()) {
      context.gaveUp(
          toRevision > 0 ? noHistory(object, toRevision) : "no last revision to roll back to");
    } else if (former.get().at("data", "spec", "template") instanceof Mapping template) {
      context.answered(
          context.api().update(object.with("spec.template", template.without("$patch"))));
    }
  }
}
