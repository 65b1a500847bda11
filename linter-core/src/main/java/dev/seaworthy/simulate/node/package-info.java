/**
 * What a node does with the pods that are bound to it.
 *
 * <p>Start at {@link dev.seaworthy.simulate.node.Kubelet}. Containers are reached only through
 * {@link dev.seaworthy.simulate.node.ContainerRuntime}.
 */
@NullMarked
package dev.seaworthy.simulate.node;

import org.jspecify.annotations.NullMarked;
