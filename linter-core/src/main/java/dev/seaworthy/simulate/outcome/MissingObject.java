package dev.seaworthy.simulate.outcome;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.api.ObjectKey;
import dev.seaworthy.api.catalog.KnownKinds;
import dev.seaworthy.graph.NearMiss;
import dev.seaworthy.graph.Reference;
import dev.seaworthy.graph.ResourceGraph;
import dev.seaworthy.manifest.FieldPath;
import java.util.List;
import java.util.Optional;

/**
 * A ConfigMap or Secret that a pod needs, or a key of one, which is not there.
 *
 * @param place where the manifest names it; the pod's spec if it is not found there
 * @param kind empty if the manifest does not name it
 */
record MissingObject(FieldPath place, Optional<GroupKind> kind, String name, String namespace) {

  /** The reference of the manifest that a kubelet's message speaks of. */
  static MissingObject in(String message, String namespace, Origin origin) {
    ResourceGraph graph =
        ResourceGraph.of(List.of(origin.manifest()), namespace, KnownKinds.builtIn());
    for (Reference reference : graph.referencesOf(origin.manifest())) {
      Optional<FieldPath> place = placeOf(reference, message, origin);
      if (!reference.optional() && place.isPresent()) {
        return new MissingObject(
            place.get(), Optional.of(reference.kind()), reference.name(), reference.namespace());
      }
    }
    return new MissingObject(origin.podSpec(), Optional.empty(), "", "");
  }

  /** The name of the object, or the key if the message speaks of one. */
  private static Optional<FieldPath> placeOf(Reference reference, String message, Origin origin) {
    String kind = reference.kind().kind().toLowerCase(java.util.Locale.ROOT);
    if (message.contains(kind + " \"" + reference.name() + "\" not found")) {
      return Optional.of(reference.path());
    }
    FieldPath source = reference.path().parent().orElse(FieldPath.ROOT);
    FieldPath key = source.child("key");
    boolean isItsKey = message.contains(" key " + origin.at(key).text() + " in ")
        && message.endsWith("/" + reference.name());
    return isItsKey ? Optional.of(key) : itemOf(source, message, origin);
  }

  private static Optional<FieldPath> itemOf(FieldPath source, String message, Origin origin) {
    FieldPath items = source.child("items");
    for (int i = 0; i < origin.at(items).size(); i++) {
      FieldPath key = items.index(i).child("key");
      if (message.endsWith(" key: " + origin.at(key).text())) {
        return Optional.of(key);
      }
    }
    return Optional.empty();
  }

  /** What to do about it; names the one that was probably meant. */
  String remedy(ResourceGraph input) {
    return kind.map(it -> new ObjectKey(it, namespace, name))
        .filter(key -> input.findAnywhere(key).isEmpty())
        .flatMap(key -> NearMiss.of(key, input))
        .map(MissingObject::remedy)
        .orElse("have it in the input, or mark the reference as optional");
  }

  /** What to do where {@code near} was probably meant. */
  static String remedy(NearMiss near) {
    return near.reason() == NearMiss.Reason.OTHER_NAMESPACE
        ? "there is " + near.text() + ", which is seen in its own namespace only"
        : "did you mean " + near.key().name() + "?";
  }
}
