package dev.seaworthy.api.structure;

import dev.seaworthy.api.GroupVersionKind;

/**
 * A kind of one release.
 *
 * @param plural the name in URLs; empty for the kind of a list
 * @param byDefault whether a server serves it without being asked to
 * @param list whether it is a list of objects, which nobody can create
 * @param type the name of its type
 */
public record KindEntry(
    GroupVersionKind gvk,
    String plural,
    boolean namespaced,
    boolean byDefault,
    boolean list,
    String type) {}
