/**
 * Who answers when a pod, a workload, a Service or an Ingress is asked, and why nobody does.
 *
 * <p>Start at {@link dev.seaworthy.simulate.reach.Reach}. A person outside is forwarded to a pod as
 * {@code kubectl port-forward} does it; a pod asks by the cluster's network, where NetworkPolicies
 * decide. No program runs: a container that runs is taken to listen on the ports that it declares.
 */
@NullMarked
package dev.seaworthy.simulate.reach;

import org.jspecify.annotations.NullMarked;
