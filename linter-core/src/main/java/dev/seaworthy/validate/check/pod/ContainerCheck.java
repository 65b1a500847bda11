package dev.seaworthy.validate.check.pod;

import dev.seaworthy.validate.field.Value;
import dev.seaworthy.validate.format.NameFormat;
import java.util.List;

/** What every container must fulfil, whatever its role in the pod. */
final class ContainerCheck {

  static final List<String> PULL_POLICIES = List.of("Always", "IfNotPresent", "Never");
  private static final List<String> MESSAGE_POLICIES = List.of("File", "FallbackToLogsOnError");

  private final FieldRules rules;
  private final ContainerPortsCheck ports;
  private final EnvCheck env;
  private final VolumeMountsCheck mounts;
  private final VolumeDevicesCheck devices;
  private final ResourcesCheck resources;
  private final ResizePolicyCheck resize;
  private final ContainerSecurityCheck security;

  ContainerCheck(PodScope scope, Volumes volumes) {
    this.rules = new FieldRules(scope.errors());
    this.ports = new ContainerPortsCheck(rules);
    this.env = new EnvCheck(rules, volumes, scope.request());
    this.mounts = new VolumeMountsCheck(rules, volumes, scope.request());
    this.devices = new VolumeDevicesCheck(rules, volumes);
    this.resources = new ResourcesCheck(rules, ResourcesCheck.Holder.CONTAINER, scope.claimNames());
    this.resize = new ResizePolicyCheck(rules, scope.spec().at("restartPolicy").text());
    this.security = new ContainerSecurityCheck(rules, scope);
  }

  void check(Value container) {
    rules.requiredFormat(container.at("name"), NameFormat.DNS1123_LABEL);
    rules.required(container.at("image"));
    rules.requiredOneOf(container.at("terminationMessagePolicy"), MESSAGE_POLICIES);
    ports.check(container.at("ports").items());
    env.variables(container.at("env").items());
    env.sources(container.at("envFrom"));
    mounts.check(container);
    devices.check(container);
    rules.requiredOneOf(container.at("imagePullPolicy"), PULL_POLICIES);
    resources.check(container.at("resources"));
    resize.check(container.at("resizePolicy"));
    security.check(container.at("securityContext"));
  }

  /** An image that is put in place of another. */
  void image(Value image) {
    rules.required(image);
    imageIsTrimmed(image);
  }

  /** Asked of pods only: templates with such images have been stored for too long. */
  void imageIsTrimmed(Value image) {
    if (!image.text().equals(image.text().strip())) {
      rules
          .errors()
          .invalid(
              image.path(),
              "no-white-space-around",
              "is '" + image.text() + "', must not have white space around it");
    }
  }
}
