package dev.seaworthy.validate.check.core.pod;

import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.Request;
import dev.seaworthy.validate.field.Value;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Where a container sees its volumes. */
final class VolumeMountsCheck {

  private static final String BIDIRECTIONAL = "Bidirectional";
  private final Errors errors;
  private final Volumes volumes;
  private final Request request;

  VolumeMountsCheck(Errors errors, Volumes volumes, Request request) {
    this.errors = errors;
    this.volumes = volumes;
    this.request = request;
  }

  void check(Value container) {
    Value mounts = container.at("volumeMounts");
    Set<String> mountPaths = new HashSet<>();
    Set<String> devices = texts(container.at("volumeDevices"), "name");
    Set<String> devicePaths = texts(container.at("volumeDevices"), "devicePath");
    for (Value mount : mounts.items()) {
      volumeExists(mount.at("name"));
      pathIsFree(mount.at("mountPath"), mountPaths);
      isNoDevice(mount.at("name"), devices);
      isNoDevice(mount.at("mountPath"), devicePaths);
      imageIsWhole(mount);
      propagation(mount, container, mounts.path().child("mountPropagation"));
      recursiveReadOnly(mount, mounts.path().child("recursiveReadOnly"));
    }
  }

  static Set<String> texts(Value list, String field) {
    Set<String> texts = new HashSet<>();
    for (Value item : list.items()) {
      texts.add(item.at(field).text());
    }
    return texts;
  }

  static void notFound(Value volumeName, Errors errors) {
    errors.notFound(
        volumeName.path(), "volume-exists", "is '" + volumeName.text() + "', which is no volume");
  }

  private void volumeExists(Value name) {
    if (!volumes.has(name.text())) {
      notFound(name, errors);
    }
  }

  private void pathIsFree(Value path, Set<String> taken) {
    if (!taken.add(path.text())) {
      errors.invalid(
          path.path(), "unique-path", "is '" + path.text() + "', where another mount is");
    }
  }

  private void isNoDevice(Value field, Set<String> taken) {
    if (taken.contains(field.text())) {
      errors.invalid(
          field.path(), "mount-or-device", "is '" + field.text() + "', which is used as a device");
    }
  }

  /** Parts of images can be mounted since 1.33. */
  private void imageIsWhole(Value mount) {
    if (request.isSince(33) || volumes.get(mount.at("name").text()).get("image").isAbsent()) {
      return;
    }
    for (String field : List.of("subPath", "subPathExpr")) {
      Value part = mount.at(field);
      if (!part.text().isEmpty()) {
        errors.invalid(
            part.path(), "image-is-whole", "must not be set for a volume that is an image");
      }
    }
  }

  private void propagation(Value mount, Value container, FieldPath path) {
    Value mode = mount.at("mountPropagation");
    if (mode.isAbsent()) {
      return;
    }
    if (mode.text().equals(BIDIRECTIONAL)
        && !container.at("securityContext", "privileged").isTrue()) {
      errors.forbidden(
          path, "privileged-propagation", "is Bidirectional, which needs a privileged container");
    }
  }

  private void recursiveReadOnly(Value mount, FieldPath path) {
    Value mode = mount.at("recursiveReadOnly");
    if (mode.isAbsent()) {
      return;
    }
    if (!mode.text().equals("Enabled") && !mode.text().equals("IfPossible")) {
      return;
    }
    if (!mount.at("readOnly").isTrue()) {
      errors.forbidden(path, "read-only-at-all", "must not be set unless readOnly is true");
    }
    Value propagation = mount.at("mountPropagation");
    if (propagation.isPresent() && !propagation.text().equals("None")) {
      errors.forbidden(
          path, "read-only-alone", "must not be set unless mountPropagation is None or absent");
    }
  }
}
