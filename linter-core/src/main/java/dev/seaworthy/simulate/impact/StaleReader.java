package dev.seaworthy.simulate.impact;

import dev.seaworthy.api.ObjectKey;
import dev.seaworthy.api.catalog.KnownKinds;
import dev.seaworthy.graph.InputObject;
import dev.seaworthy.graph.Reference;
import dev.seaworthy.graph.ResourceGraph;
import dev.seaworthy.simulate.store.Kinds;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * A workload that reads a ConfigMap or a Secret which changes, and whose pods are not replaced for it:
 * what they took from it when they started stays as it was.
 */
public record StaleReader(ObjectKey workload, ObjectKey source) {

  private static final Set<?> SOURCES = Set.of(Kinds.CONFIG_MAP, Kinds.SECRET);

  /**
   * Those among {@code manifests}.
   *
   * @param namespace where manifests go that name none
   * @param changed what has other fields than before; a workload whose template is among them restarts
   */
  public static List<StaleReader> among(
      Collection<InputObject> manifests, String namespace, Collection<ObjectChange> changed) {
    List<ObjectKey> sources = changed.stream()
        .filter(change -> change.fate() == ObjectChange.Fate.CHANGED)
        .map(ObjectChange::key)
        .filter(key -> SOURCES.contains(key.kind()))
        .toList();
    if (sources.isEmpty()) {
      return List.of();
    }
    List<ObjectKey> restarting = changed.stream()
        .filter(change ->
            change.fate() == ObjectChange.Fate.CREATED || !change.ofTemplate().isEmpty())
        .map(ObjectChange::key)
        .toList();
    ResourceGraph graph = ResourceGraph.of(List.copyOf(manifests), namespace, KnownKinds.builtIn());
    List<StaleReader> readers = new ArrayList<>();
    for (InputObject manifest : manifests) {
      ObjectKey key = keyOf(manifest, namespace);
      if (runsPods(manifest) && !restarting.contains(key)) {
        graph.referencesOf(manifest).stream()
            .map(Reference::target)
            .filter(sources::contains)
            .distinct()
            .forEach(source -> readers.add(new StaleReader(key, source)));
      }
    }
    return readers;
  }

  private static boolean runsPods(InputObject manifest) {
    return KnownKinds.builtIn().makesPods(manifest.kind())
        && !manifest.kind().equals(Kinds.JOB)
        && !manifest.kind().equals(Kinds.CRON_JOB);
  }

  private static ObjectKey keyOf(InputObject manifest, String namespace) {
    String own = manifest.resource().namespace();
    return new ObjectKey(manifest.kind(), own.isEmpty() ? namespace : own, manifest.name());
  }
}
