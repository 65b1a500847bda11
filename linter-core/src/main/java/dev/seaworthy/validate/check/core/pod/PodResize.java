package dev.seaworthy.validate.check.core.pod;

import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.Value;
import java.util.List;

/**
 * A pod that runs may ask for more or less CPU and memory, as long as it asks for some of what it asked
 * for before and keeps its quality of service. Mirrors ValidatePodResize; what is not about resources
 * the server has dropped before it comes here.
 */
final class PodResize {

  /** Before, neither what a pod asks for as a whole could change, nor what its init containers do. */
  private static final int WHOLE_POD_SINCE = 36;

  private static final FieldPath SPEC = FieldPath.of("spec");
  private static final List<String> LISTS = List.of("requests", "limits");
  private static final List<String> RESIZABLE = List.of("cpu", "memory");

  private final PodScope scope;
  private final Value spec;
  private final Errors errors;

  PodResize(PodScope scope) {
    this.scope = scope;
    this.spec = scope.spec();
    this.errors = scope.errors();
  }

  void check() {
    Node annotations = scope.metadata().previous().get("annotations");
    if (annotations.get(PodAnnotationsCheck.MIRROR).isPresent()) {
      errors.forbidden(FieldPath.ROOT, "no-mirror", "must not be a static pod");
      return;
    }
    if (spec.at("os", "name").text().equals("windows")) {
      errors.forbidden(FieldPath.ROOT, "linux-only", "must not be a Windows pod");
      return;
    }
    if (QualityOfService.of(spec.node(), true) != QualityOfService.of(spec.previous(), true)) {
      errors.invalid(SPEC, "quality-stays", "must not get another quality of service");
    }
    wholePod();
    for (Value container : spec.at("initContainers").items()) {
      initContainer(container);
    }
    for (Value container : spec.at("containers").items()) {
      resources(container.at("resources"));
    }
  }

  private void wholePod() {
    Value resources = spec.at("resources");
    boolean isSet = resources.size() > 0 || resources.previous().size() > 0;
    if (isSet && !scope.request().isSince(WHOLE_POD_SINCE)) {
      errors.forbidden(
          FieldPath.ROOT,
          "whole-pod-stays",
          "must not be resized while it has resources of the pod as a whole");
    } else if (isSet) {
      resources(resources);
    }
  }

  private void initContainer(Value container) {
    boolean isSidecar = container.at("restartPolicy").text().equals("Always");
    if (!isSidecar && !scope.request().isSince(WHOLE_POD_SINCE)) {
      if (container.at("resources").isChanged()) {
        errors.forbidden(SPEC, "init-stays", "must not change what an init container asks for");
      }
      return;
    }
    resources(container.at("resources"));
  }

  private void resources(Value resources) {
    for (String list : LISTS) {
      keepsAll(resources.at(list));
    }
    Mapping before = fixed(resources.previous());
    if (!scope.request().same(resources.path(), fixed(resources.node()), before)) {
      errors.forbidden(SPEC, "only-cpu-and-memory", "must change in nothing but cpu and memory");
    }
  }

  private void keepsAll(Value list) {
    for (Mapping.Entry entry : list.previous().entries()) {
      if (list.node().get(entry.key()).isAbsent()) {
        errors.forbidden(list.path(), "stays-asked", "must keep asking for " + entry.key());
        return;
      }
    }
  }

  /** What a resize leaves as it is. */
  private static Mapping fixed(Node resources) {
    Mapping rest = resources instanceof Mapping given ? given : Mapping.EMPTY;
    for (String list : LISTS) {
      Mapping amounts = rest.get(list) instanceof Mapping given ? given : Mapping.EMPTY;
      for (String resource : RESIZABLE) {
        amounts = amounts.without(resource);
      }
      rest = rest.without(list);
      rest = amounts.size() == 0 ? rest : rest.with(list, amounts);
    }
    return rest;
  }
}
