package dev.seaworthy.validate;

import dev.seaworthy.api.GroupVersionKind;

/**
 * Where an object is sent: the kind and namespace that the request's URL names.
 *
 * @param namespace the namespace in the URL; empty for kinds without
 */
public record Endpoint(GroupVersionKind gvk, String namespace) {}
