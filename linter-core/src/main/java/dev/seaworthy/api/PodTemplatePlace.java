package dev.seaworthy.api;

import dev.seaworthy.manifest.FieldPath;

/**
 * Where a kind's objects hold what pods are made of.
 *
 * @param path the way to what has {@code metadata} and {@code spec} of a pod; the root for a Pod
 * @param runsToItsEnd whether such pods are meant to end, as those of a Job
 */
public record PodTemplatePlace(FieldPath path, boolean runsToItsEnd) {}
