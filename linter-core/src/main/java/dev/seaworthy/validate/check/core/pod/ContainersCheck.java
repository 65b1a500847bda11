package dev.seaworthy.validate.check.core.pod;

import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.Value;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The regular containers of a pod. */
final class ContainersCheck {

  private final PodScope scope;
  private final Errors errors;
  private final ContainerCheck container;
  private final ProbeCheck probes;

  ContainersCheck(PodScope scope, Volumes volumes) {
    this.scope = scope;
    this.errors = scope.errors();
    this.container = new ContainerCheck(scope, volumes);
    this.probes = new ProbeCheck(scope);
  }

  void check() {
    Value containers = scope.spec().at("containers");
    Set<String> names = new HashSet<>();
    HostPorts ports = new HostPorts(errors);
    for (Value one : containers.items()) {
      container.check(one);
      uniqueName(one.at("name"), names, errors);
      probes.checkAll(one);
      ports.claim(one.at("ports").items());
      if (scope.isPod()) {
        ContainerCheck.imageIsTrimmed(one.at("image"), errors);
      }
    }
  }

  /** Remembers a name, and objects to one that is taken. */
  static void uniqueName(Value name, Set<String> names, Errors errors) {
    if (!names.add(name.text())) {
      errors.duplicate(
          name.path(), "unique-name", "is '" + name.text() + "', which another container has");
    }
  }

  static void addNames(List<Value> containers, Set<String> names) {
    containers.forEach(one -> names.add(one.at("name").text()));
  }
}
