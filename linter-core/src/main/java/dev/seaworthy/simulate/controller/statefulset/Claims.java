package dev.seaworthy.simulate.controller.statefulset;

import dev.seaworthy.api.ObjectKey;
import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.simulate.object.Meta;
import dev.seaworthy.simulate.object.StatefulSet;
import dev.seaworthy.simulate.server.Answer;
import dev.seaworthy.simulate.server.ApiClient;
import dev.seaworthy.simulate.store.Kinds;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The claims of one pod of a set: one of each template, named after the pod. */
record Claims(StatefulSet set, String pod) {

  /** What the pod calls its claim of {@code template}. */
  String name(Node template) {
    return template.at("metadata", "name").text() + "-" + pod;
  }

  private ObjectKey key(Node template) {
    return new ObjectKey(Kinds.PERSISTENT_VOLUME_CLAIM, set.namespace(), name(template));
  }

  /** The volumes by which the pod uses its claims. */
  List<Node> volumes() {
    List<Node> volumes = new ArrayList<>();
    for (Node template : set.claimTemplates()) {
      volumes.add(Mapping.of(
          "name", template.at("metadata", "name"),
          "persistentVolumeClaim", Mapping.of("claimName", Scalar.of(name(template)))));
    }
    return volumes;
  }

  /** Makes those that are not there; gives what stands in the way of the pod. */
  Optional<String> make(ApiClient api) {
    for (Node template : set.claimTemplates()) {
      Optional<Resource> found = api.view().get(key(template));
      if (found.isEmpty()) {
        Answer answer = api.create(claim(template));
        tell(answer, template, api);
        if (!answer.accepted()) {
          return Optional.of("failed to create PVC " + name(template) + ": " + answer.message());
        }
      } else if (Meta.isBeingDeleted(found.get()) || isForFormerPod(found.get(), api)) {
        return Optional.of("pvc " + name(template) + " is being deleted");
      }
    }
    return Optional.empty();
  }

  /** Whether the claim goes with a pod of the same name that was too many once. */
  private boolean isForFormerPod(Resource claim, ApiClient api) {
    Optional<String> present = api.view().get(Kinds.POD, set.namespace(), pod).map(Meta::uid);
    return claim.at("metadata", "ownerReferences").items().stream()
        .filter(owner -> owner.get("kind").text().equals("Pod"))
        .filter(owner -> owner.get("name").text().equals(pod))
        .anyMatch(owner -> !Optional.of(owner.get("uid").text()).equals(present));
  }

  private Resource claim(Node template) {
    Node labels = template.at("metadata", "labels");
    Mapping labelled = labels instanceof Mapping given ? given : Mapping.EMPTY;
    for (Mapping.Entry label :
        set.resource().at("spec", "selector", "matchLabels").entries()) {
      labelled = labelled.with(label.key(), label.value());
    }
    return new Resource((Mapping) template)
        .withAt(Scalar.of("v1"), "apiVersion")
        .withAt(Scalar.of("PersistentVolumeClaim"), "kind")
        .withAt(Scalar.of(name(template)), "metadata", "name")
        .withAt(Scalar.of(set.namespace()), "metadata", "namespace")
        .withAt(labelled, "metadata", "labels")
        .without("status");
  }

  private void tell(Answer answer, Node template, ApiClient api) {
    String what =
        "create Claim %s Pod %s in StatefulSet %s ".formatted(name(template), pod, set.name());
    if (answer.accepted()) {
      api.events().normal(set.resource(), "SuccessfulCreate", what + "success");
    } else {
      api.events()
          .warning(set.resource(), "FailedCreate", what + "failed error: " + answer.message());
    }
  }

  /**
   * Sees that each claim goes when the policy says so: with the set, or with the pod.
   *
   * @return whether any had to be changed
   */
  boolean settle(Retention retention, Resource podObject, ApiClient api) {
    boolean goesWithPod = retention.withScale() && areSurplus();
    boolean goesWithSet = retention.withSet() && !goesWithPod;
    boolean hasChanged = false;
    for (Node template : set.claimTemplates()) {
      hasChanged |= api.view()
          .get(key(template))
          .filter(claim -> !belongsToAnother(claim, podObject))
          .filter(claim -> write(
              Owners.set(Owners.set(claim, set.resource(), goesWithSet), podObject, goesWithPod),
              claim,
              api))
          .isPresent();
    }
    return hasChanged;
  }

  /** Whether their pod is one too many. */
  boolean areSurplus() {
    int ordinal = AllMembers.ordinal(set.name(), pod).orElseThrow();
    return !OrdinalRange.of(set).contains(ordinal);
  }

  private boolean belongsToAnother(Resource claim, Resource podObject) {
    return Meta.controllerUid(claim)
        .filter(uid -> !uid.equals(set.uid()) && !uid.equals(Meta.uid(podObject)))
        .isPresent();
  }

  private static boolean write(Resource wanted, Resource claim, ApiClient api) {
    return !wanted.root().sameAs(claim.root()) && api.update(wanted).accepted();
  }
}
