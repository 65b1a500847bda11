package dev.seaworthy.api;

/**
 * A kind that objects can be of.
 *
 * @param plural the name in URLs, {@code deployments}
 * @param namespaced whether its objects live in namespaces
 */
public record ResourceType(
    GroupVersionKind gvk, String plural, boolean namespaced, Type.Struct struct) {}
