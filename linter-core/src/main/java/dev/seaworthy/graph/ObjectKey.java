package dev.seaworthy.graph;

import dev.seaworthy.api.GroupKind;

/** An object by name; the namespace is empty for kinds outside namespaces and where none is known. */
public record ObjectKey(GroupKind kind, String namespace, String name) {}
