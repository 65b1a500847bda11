package dev.seaworthy.validate.admission;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Scalar;

/** A claim that names no class gets the newest of those that are marked as default. */
final class DefaultStorageClass implements AdmissionPlugin {

  static final GroupKind STORAGE_CLASS = GroupKind.of("storage.k8s.io", "StorageClass");
  static final GroupKind CLAIM = GroupKind.of("", "PersistentVolumeClaim");

  private static final String OLD_CLASS = "volume.beta.kubernetes.io/storage-class";

  @Override
  public PluginName name() {
    return PluginName.DEFAULT_STORAGE_CLASS;
  }

  @Override
  public boolean handles(AdmissionRequest request) {
    return request.isCreateOf(CLAIM);
  }

  @Override
  public Mapping admit(AdmissionRequest request, Objections objections) {
    Node annotations = request.object().at("metadata", "annotations");
    boolean saysItself = request.spec().get("storageClassName").isPresent()
        || annotations.get(OLD_CLASS).isPresent();
    return saysItself
        ? request.object()
        : DefaultClass.of(
                request.facts(),
                STORAGE_CLASS,
                "storageclass.kubernetes.io/is-default-class",
                "storageclass.beta.kubernetes.io/is-default-class")
            .map(name -> request.withSpec(request.spec().with("storageClassName", Scalar.of(name))))
            .orElse(request.object());
  }
}
