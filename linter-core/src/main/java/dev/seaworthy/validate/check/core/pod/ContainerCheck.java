package dev.seaworthy.validate.check.core.pod;

import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.Value;
import dev.seaworthy.validate.format.PathFormat;

/** What every container must fulfil, whatever its role in the pod. */
final class ContainerCheck {

  private final EnvCheck env;
  private final VolumeMountsCheck mounts;
  private final VolumeDevicesCheck devices;
  private final ResourcesCheck resources;
  private final ResizePolicyCheck resize;
  private final ContainerSecurityCheck security;

  ContainerCheck(PodScope scope, Volumes volumes) {
    Errors errors = scope.errors();
    this.env = new EnvCheck(errors, volumes, scope.request());
    this.mounts = new VolumeMountsCheck(errors, volumes, scope.request());
    this.devices = new VolumeDevicesCheck(errors, volumes);
    this.resources =
        new ResourcesCheck(errors, ResourcesCheck.Holder.CONTAINER, scope.claimNames());
    this.resize = new ResizePolicyCheck(errors, scope.spec().at("restartPolicy").text());
    this.security = new ContainerSecurityCheck(errors, scope);
  }

  void check(Value container) {
    env.variables(container.at("env").items());
    env.sources(container.at("envFrom"));
    mounts.check(container);
    devices.check(container);
    resources.check(container.at("resources"));
    resize.check(container.at("resizePolicy"));
    security.check(container.at("securityContext"));
  }

  /** Asked of pods only: templates with such images have been stored for too long. */
  static void imageIsTrimmed(Value image, Errors errors) {
    errors.form(image.path(), "trimmed", image.text(), PathFormat.TRIMMED.problems(image.text()));
  }
}
