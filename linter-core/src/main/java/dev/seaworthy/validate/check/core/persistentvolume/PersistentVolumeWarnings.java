package dev.seaworthy.validate.check.core.persistentvolume;

import dev.seaworthy.validate.check.core.pod.PodWarnings;
import dev.seaworthy.validate.check.core.pod.SchedulingWarnings;
import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.Value;
import java.util.Set;

/** What the server takes of volumes and claims but warns of. */
public final class PersistentVolumeWarnings {

  private static final String OLD_CLASS = "volume.beta.kubernetes.io/storage-class";
  private static final String OLD_OPTIONS = "volume.beta.kubernetes.io/mount-options";

  /** Volumes of pods that the server warns of, but not where they are volumes of the cluster. */
  private static final Set<String> UNWARNED = Set.of("flocker", "quobyte");

  private PersistentVolumeWarnings() {}

  /** Warnings of a PersistentVolume. */
  public static void ofVolume(Value volume, Errors errors) {
    Value spec = volume.at("spec");
    oldAnnotation(volume, OLD_CLASS, errors);
    oldAnnotation(volume, OLD_OPTIONS, errors);
    if (spec.at("persistentVolumeReclaimPolicy").text().equals("Recycle")) {
      errors.warn(
          spec.at("persistentVolumeReclaimPolicy").path(), "old-policy", "is deprecated: Recycle");
    }
    PodWarnings.OLD_VOLUMES.forEach((name, fate) -> {
      if (spec.at(name).isPresent() && !UNWARNED.contains(name)) {
        errors.warn(spec.at(name).path(), "old-volume", fate);
      }
    });
    for (Value term : spec.at("nodeAffinity", "required", "nodeSelectorTerms").items()) {
      SchedulingWarnings.nodeLabels(term, errors);
    }
  }

  /** Warnings of a PersistentVolumeClaim. */
  public static void ofClaim(Value claim, Errors errors) {
    oldAnnotation(claim, OLD_CLASS, errors);
    ofClaimSpec(claim.at("spec"), errors);
  }

  /** Warnings of what a claim asks for, also in templates of claims. */
  public static void ofClaimSpec(Value spec, Errors errors) {
    Value resources = spec.at("resources");
    PodWarnings.wholeBytes(resources.at("requests"), PodWarnings.CLAIMED_BYTES, errors);
    PodWarnings.wholeBytes(resources.at("limits"), PodWarnings.CLAIMED_BYTES, errors);
  }

  private static void oldAnnotation(Value object, String key, Errors errors) {
    Value annotation = object.at("metadata", "annotations").key(key);
    if (annotation.isPresent()) {
      errors.warn(annotation.path(), "old-annotation", "is deprecated; use the field of the spec");
    }
  }
}
