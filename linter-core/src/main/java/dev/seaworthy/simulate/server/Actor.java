package dev.seaworthy.simulate.server;

import dev.seaworthy.api.ObjectKey;

/**
 * Who writes, if it is not a person: part of the cluster, at work for an object.
 *
 * @param component the name that a component goes by, such as {@code deployment}
 * @param about the object that it works for: for a ReplicaSet that makes a pod the ReplicaSet, for a
 *     scheduler that drives a pod away the pod that is to come
 */
public record Actor(String component, ObjectKey about) {}
