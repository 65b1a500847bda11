package dev.seaworthy.validate.check.core.pod;

import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.Value;
import dev.seaworthy.validate.format.PathFormat;
import java.util.HashSet;
import java.util.Set;

/** The claims that a container gets as raw devices. */
final class VolumeDevicesCheck {
  private final Errors errors;
  private final Volumes volumes;

  VolumeDevicesCheck(Errors errors, Volumes volumes) {
    this.errors = errors;
    this.volumes = volumes;
  }

  void check(Value container) {
    Set<String> names = new HashSet<>();
    Set<String> paths = new HashSet<>();
    Set<String> mounts = VolumeMountsCheck.texts(container.at("volumeMounts"), "name");
    Set<String> mountPaths = VolumeMountsCheck.texts(container.at("volumeMounts"), "mountPath");
    for (Value device : container.at("volumeDevices").items()) {
      Value name = device.at("name");
      Value path = device.at("devicePath");
      claimExists(name);
      if (!name.text().isEmpty()) {
        isUnique(name, names);
      }
      path(path, paths);
      isNoMount(name, mounts);
      isNoMount(path, mountPaths);
    }
  }

  private void claimExists(Value name) {
    if (!volumes.has(name.text())) {
      VolumeMountsCheck.notFound(name, errors);
    } else if (!volumes.isClaim(name.text())) {
      errors.invalid(
          name.path(),
          "device-is-claim",
          "is '" + name.text() + "'; only a claim or an ephemeral volume can be a device");
    }
  }

  private void path(Value path, Set<String> taken) {
    if (!PathFormat.WITHOUT_BACKSTEPS.accepts(path.text())) {
      if (taken.contains(path.text())) {
        isUnique(path, taken);
      }
      errors.invalid(
          path.path(), "path", "is '" + path.text() + "', must not contain '..' as a step");
    } else {
      isUnique(path, taken);
    }
  }

  private void isUnique(Value field, Set<String> taken) {
    if (!taken.add(field.text())) {
      errors.invalid(
          field.path(), "unique-device", "is '" + field.text() + "', which another device has");
    }
  }

  private void isNoMount(Value field, Set<String> taken) {
    if (taken.contains(field.text())) {
      errors.invalid(
          field.path(), "mount-or-device", "is '" + field.text() + "', which is used as a mount");
    }
  }
}
