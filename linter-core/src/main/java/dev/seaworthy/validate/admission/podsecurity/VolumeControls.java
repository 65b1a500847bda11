package dev.seaworthy.validate.admission.podsecurity;

import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.validate.field.Value;
import java.util.Set;

/** Controls of what a pod may mount. */
final class VolumeControls {

  private static final Set<String> UNRESTRICTED = Set.of(
      "configMap",
      "csi",
      "downwardAPI",
      "emptyDir",
      "ephemeral",
      "image",
      "persistentVolumeClaim",
      "projected",
      "secret");

  private VolumeControls() {}

  static void hostPath(ReviewedPod pod, Violations violations) {
    for (Value volume : pod.spec().at("volumes").items()) {
      if (volume.at("hostPath").isPresent()) {
        violations.add(volume.at("hostPath"), "must not be used");
      }
    }
  }

  static void restricted(ReviewedPod pod, Violations violations) {
    for (Value volume : pod.spec().at("volumes").items()) {
      boolean isFine = volume.node().entries().stream()
          .anyMatch(entry -> UNRESTRICTED.contains(entry.key()) && entry.value().isPresent());
      if (!isFine) {
        violations.add(source(volume), "must not be used, only volumes of a harmless kind may be");
      }
    }
  }

  private static Value source(Value volume) {
    for (Mapping.Entry entry : volume.node().entries()) {
      if (!entry.key().equals("name")) {
        return volume.at(entry);
      }
    }
    return volume;
  }
}
