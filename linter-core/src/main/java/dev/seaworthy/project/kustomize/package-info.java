/**
 * What {@code kubectl kustomize} makes of a folder, from its files alone.
 *
 * <p>Start at {@link dev.seaworthy.project.kustomize.KustomizeBuilds}. The steps and their order are
 * those of kustomize 5; what cannot be done without a network, a chart or a program of one's own is a
 * {@link dev.seaworthy.project.kustomize.Gap}, what kustomize would refuse a {@link
 * dev.seaworthy.project.kustomize.Refusal}.
 */
@NullMarked
package dev.seaworthy.project.kustomize;

import org.jspecify.annotations.NullMarked;
