package dev.seaworthy.api;

/**
 * A kind that objects can be of.
 *
 * @param plural the name in URLs, {@code deployments}; empty for a list kind
 * @param namespaced whether its objects live in namespaces
 * @param struct its type
 * @param servedByDefault whether a server of the release serves it without being asked to: alpha
 *     versions and the beta versions of newer APIs must be switched on
 * @param list whether this is the kind of a list of objects, such as DeploymentList, which nobody
 *     can create
 */
public record ResourceType(
    GroupVersionKind gvk,
    String plural,
    boolean namespaced,
    Type.Struct struct,
    boolean servedByDefault,
    boolean list) {

  /** A kind that is served by default and that objects can be created of. */
  public ResourceType(GroupVersionKind gvk, String plural, boolean namespaced, Type.Struct struct) {
    this(gvk, plural, namespaced, struct, true, false);
  }
}
