package dev.seaworthy.simulate.scheduler.framework;

/**
 * A part of the scheduler's decision, named as kube-scheduler's plug-in is. One class serves every
 * extension point that the plug-in has there. To add one, write the class: the catalogue of plug-ins
 * is made from what there is, in the order that they give themselves.
 */
public interface Plugin {

  /** The name by which kube-scheduler's configuration and messages call it. */
  default String name() {
    return getClass().getSimpleName();
  }

  /** Its place in the default profile: of the filters that object, the first gives the reasons. */
  int order();
}
