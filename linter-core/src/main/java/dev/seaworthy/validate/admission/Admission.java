package dev.seaworthy.validate.admission;

import dev.seaworthy.manifest.Mapping;
import java.util.ArrayList;
import java.util.List;

/** The chain of plug-ins, in kube-apiserver's order. The first that objects has the last word. */
public final class Admission {

  private final List<AdmissionPlugin> plugins;

  /** All plug-ins that there are. */
  public Admission() {
    List<AdmissionPlugin> all = new ArrayList<>(AdmissionPlugins.all());
    all.sort((one, other) -> one.name().compareTo(other.name()));
    this.plugins = List.copyOf(all);
  }

  /** The object with what all plug-ins add; they have a second turn if a policy changed it. */
  public Mapping mutated(AdmissionRequest request, Objections objections) {
    AdmissionRequest once = turn(request, objections);
    boolean isRepeated = objections.denial().isEmpty() && request.reinvocation().begin();
    return isRepeated ? turn(once, objections).object() : once.object();
  }

  private AdmissionRequest turn(AdmissionRequest request, Objections objections) {
    AdmissionRequest current = request;
    for (AdmissionPlugin plugin : plugins) {
      objections.afresh();
      if (plugin.handles(current)) {
        current = current.withObject(plugin.admit(current, objections));
        if (objections.denial().isPresent()) {
          break;
        }
      }
    }
    return current;
  }

  /** Whether what is added to a pod may depend on more than its template, as on its name. */
  public static boolean dependsOnTheObject(ClusterFacts facts) {
    return !facts.list(MutatingAdmissionPolicy.POLICY, "").isEmpty();
  }

  /** Whether an object may go, or a part of it be written: only plug-ins for all writes are asked. */
  public void validatePart(AdmissionRequest request, Objections objections) {
    for (AdmissionPlugin plugin : plugins) {
      objections.afresh();
      if (plugin.handlesParts() && plugin.handles(request)) {
        plugin.validate(request, objections);
      }
    }
  }

  /** Whether the object may be stored as it is now. */
  public void validate(AdmissionRequest request, Objections objections) {
    for (AdmissionPlugin plugin : plugins) {
      objections.afresh();
      if (plugin.handles(request)) {
        plugin.validate(request, objections);
        if (objections.denial().isPresent()) {
          return;
        }
      }
    }
  }
}
