package dev.seaworthy.validate.admission;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.manifest.Sequence;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A finalizer keeps volumes and claims from going while they are in use. */
final class StorageObjectInUseProtection implements AdmissionPlugin {

  private static final GroupKind ATTRIBUTES =
      GroupKind.of("storage.k8s.io", "VolumeAttributesClass");
  private static final int ATTRIBUTES_SINCE = 34;

  private static final Map<GroupKind, String> FINALIZERS = Map.of(
      GroupKind.of("", "PersistentVolume"),
      "kubernetes.io/pv-protection",
      GroupKind.of("", "PersistentVolumeClaim"),
      "kubernetes.io/pvc-protection",
      ATTRIBUTES,
      "kubernetes.io/vac-protection");

  @Override
  public PluginName name() {
    return PluginName.STORAGE_OBJECT_IN_USE_PROTECTION;
  }

  @Override
  public boolean handles(AdmissionRequest request) {
    return request.isCreate()
        && FINALIZERS.containsKey(request.kind())
        && (!request.isFor(ATTRIBUTES) || request.request().isSince(ATTRIBUTES_SINCE));
  }

  @Override
  public Mapping admit(AdmissionRequest request, Objections objections) {
    Scalar finalizer =
        Scalar.of(Optional.ofNullable(FINALIZERS.get(request.kind())).orElse(""));
    Node given = request.object().at("metadata", "finalizers");
    if (given.items().stream().anyMatch(finalizer::sameAs)) {
      return request.object();
    }
    Sequence finalizers = given instanceof Sequence list ? list : Sequence.EMPTY;
    return request.object().withAt(List.of("metadata", "finalizers"), finalizers.plus(finalizer));
  }
}
