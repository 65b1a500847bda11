package dev.seaworthy.simulate.controller.statefulset;

import dev.seaworthy.api.Resource;
import dev.seaworthy.simulate.controller.SlowStart;
import dev.seaworthy.simulate.object.Pod;
import dev.seaworthy.simulate.object.StatefulSet;
import dev.seaworthy.simulate.server.Answer;
import dev.seaworthy.simulate.server.ApiClient;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Makes, corrects and deletes the pods of a set, and tells of it.
 *
 * @param isLastFirst whether of two pods that are made at the same time the last is there first, as
 *     chance has it
 */
record PodWriter(StatefulSet set, Revisions revisions, ApiClient api, BooleanSupplier isLastFirst) {

  /** Releases pods that the set does not select, and gives the others their label back. */
  void check(List<Pod> pods) {
    for (Pod pod : pods) {
      if (!set.selector().matches(pod.labels())) {
        release(pod);
      } else if (!StatefulPod.isNamed(pod) && !pod.isBeingDeleted()) {
        tell(api.update(StatefulPod.named(pod.resource())), "Update", pod.name());
      }
    }
  }

  /** Sees that the claims of a pod go when {@code retention} says so; of surplus pods without a word. */
  void settle(Pod pod, Retention retention) {
    Claims claims = new Claims(set, pod.name());
    if (claims.settle(retention, pod.resource(), api) && !claims.areSurplus()) {
      api.events()
          .normal(
              set.resource(), "SuccessfulUpdate", sentence("Update", pod.name()) + "successful");
    }
  }

  private void release(Pod pod) {
    if (!set.isBeingDeleted()) {
      api.update(Owners.set(pod.resource(), set.resource(), false));
    }
  }

  /** Gives whether nothing was refused; after a refusal the rest is left for the next time. */
  boolean carryOut(Plan plan) {
    plan.finished().forEach(this::delete);
    for (Pod pod : plan.waiting()) {
      if (new Claims(set, pod.name()).make(api).isPresent()) {
        return false;
      }
    }
    if (!SlowStart.all(inTurn(plan.missing()), this::make)) {
      return false;
    }
    plan.deletions().forEach(this::delete);
    return true;
  }

  /** The first is made alone; of those that are made together then, any may be there first. */
  private List<Integer> inTurn(List<Integer> missing) {
    if (missing.size() < 3 || !isLastFirst.getAsBoolean()) {
      return missing;
    }
    List<Integer> turned = new ArrayList<>(missing);
    Collections.swap(turned, 1, 2);
    return turned;
  }

  private boolean make(int ordinal) {
    String name = StatefulPod.name(set, ordinal);
    Claims claims = new Claims(set, name);
    Optional<String> obstacle = claims.make(api);
    if (obstacle.isPresent()) {
      tellFailure("Create", name, obstacle.get());
      return false;
    }
    Answer answer = api.create(StatefulPod.of(set, ordinal, revisions));
    // A pod of another owner has the name: nothing to be told, and no use to be hasty.
    if (answer.reason().equals("AlreadyExists")) {
      return false;
    }
    Retention retention = Retention.of(set);
    if (!retention.equals(Retention.KEPT)) {
      answer.object().ifPresent(pod -> claims.settle(retention, pod, api));
    }
    tell(answer, "Create", name);
    return answer.accepted();
  }

  private void delete(Pod pod) {
    tell(api.delete(pod.resource()), "Delete", pod.name());
  }

  private void tell(Answer answer, String verb, String pod) {
    if (answer.accepted()) {
      Resource about = set.resource();
      api.events().normal(about, "Successful" + verb, sentence(verb, pod) + "successful");
    } else {
      tellFailure(verb, pod, answer.message());
    }
  }

  private void tellFailure(String verb, String pod, String message) {
    api.events()
        .warning(set.resource(), "Failed" + verb, sentence(verb, pod) + "failed error: " + message);
  }

  private String sentence(String verb, String pod) {
    return "%s Pod %s in StatefulSet %s "
        .formatted(verb.toLowerCase(java.util.Locale.ROOT), pod, set.name());
  }
}
