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

  /** The object with what all plug-ins add. */
  public Mapping mutated(AdmissionRequest request, Objections objections) {
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
    return current.object();
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
