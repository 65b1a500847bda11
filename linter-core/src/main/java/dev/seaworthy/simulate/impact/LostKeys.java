package dev.seaworthy.simulate.impact;

import dev.seaworthy.api.ObjectKey;
import dev.seaworthy.api.Resource;
import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.diagnostic.Severity;
import dev.seaworthy.graph.InputObject;
import dev.seaworthy.graph.KeyReferences;
import dev.seaworthy.graph.KeyReferences.Holder;
import dev.seaworthy.graph.KeyReferences.KeyReference;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.simulate.outcome.OutcomeCodes;
import dev.seaworthy.simulate.store.Kinds;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Keys that a change takes away from ConfigMaps and Secrets, while pods that are not replaced for it
 * need them: nothing is seen of that before one of these starts anew.
 */
public final class LostKeys {

  private final Map<ObjectKey, Set<String>> lost = new HashMap<>();

  /** An object is another one than before. */
  public void changed(ObjectKey key, Resource before, Resource after) {
    if (key.kind().equals(Kinds.CONFIG_MAP) || key.kind().equals(Kinds.SECRET)) {
      Set<String> gone = new HashSet<>(keys(before));
      gone.removeAll(keys(after));
      if (!gone.isEmpty()) {
        lost.put(key, gone);
      }
    }
  }

  private static Set<String> keys(Resource object) {
    Set<String> keys = new HashSet<>();
    for (String field : List.of("data", "binaryData")) {
      if (object.root().get(field) instanceof Mapping data) {
        data.entries().forEach(entry -> keys.add(entry.key()));
      }
    }
    return keys;
  }

  /**
   * An error for each object that needs one of them.
   *
   * @param manifests of the new state, {@code namespace} being where those go that name none
   * @param restarts whether the change replaces the pods of an object, which then shows what comes of it
   */
  public List<Diagnostic> find(
      Collection<InputObject> manifests, String namespace, Predicate<ObjectKey> restarts) {
    Set<Diagnostic> found = new LinkedHashSet<>();
    for (InputObject manifest : lost.isEmpty() ? List.<InputObject>of() : manifests) {
      String own = manifest.resource().namespace();
      String place = own.isEmpty() ? namespace : own;
      boolean isOver = manifest.kind().equals(Kinds.JOB)
          || restarts.test(new ObjectKey(manifest.kind(), place, manifest.name()));
      if (!isOver) {
        needs(manifest, place, found);
      }
    }
    return new ArrayList<>(found);
  }

  private void needs(InputObject manifest, String namespace, Set<Diagnostic> found) {
    manifest.template().ifPresent(template -> {
      for (Holder holder : Holder.values()) {
        for (KeyReference reference : KeyReferences.of(template, holder)) {
          ObjectKey source = new ObjectKey(
              holder == Holder.SECRET ? Kinds.SECRET : Kinds.CONFIG_MAP,
              namespace,
              reference.name());
          if (lost.getOrDefault(source, Set.of()).contains(reference.key())) {
            found.add(tell(manifest, namespace, source, reference));
          }
        }
      }
    });
  }

  private static Diagnostic tell(
      InputObject manifest, String namespace, ObjectKey source, KeyReference reference) {
    ObjectKey key = new ObjectKey(manifest.kind(), namespace, manifest.name());
    return Diagnostic.of(
            OutcomeCodes.DELETED_IN_USE,
            Severity.ERROR,
            ImpactWords.name(key) + " needs the key " + reference.key() + " of "
                + ImpactWords.name(source) + ", which the change takes away: its pods may run on,"
                + " but no new one can start",
            manifest.locationOf(reference.path()))
        .withSubject(manifest.subject())
        .withField(reference.path().toString())
        .withRemedy("Keep the key until nothing names it, or mark the reference optional.");
  }
}
