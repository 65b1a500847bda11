package dev.seaworthy.validate.admission;

import dev.seaworthy.manifest.Mapping;

/**
 * An admission plug-in of kube-apiserver. Before an object is judged a plug-in may change it or turn
 * it away; afterwards it may only turn it away. Implementations have no state and no-argument
 * constructors; the build lists them in {@code AdmissionPlugins}.
 */
public interface AdmissionPlugin {

  /** Kubernetes' name of it, which also says when it has its turn. */
  PluginName name();

  /** Whether it has anything to do with a request. */
  boolean handles(AdmissionRequest request);

  /** Whether it is asked about what is no whole object, too: one that goes, or its replicas. */
  default boolean handlesParts() {
    return false;
  }

  /** The object with what the plug-in adds; the object itself if that is nothing. */
  default Mapping admit(AdmissionRequest request, Objections objections) {
    return request.object();
  }

  /** Judges the object as all plug-ins and defaults have made it. */
  default void validate(AdmissionRequest request, Objections objections) {}
}
