/**
 * What came of objects in an embedded cluster, as data: the pods, workloads, Services and nodes at
 * the end, what happened on the way, and what is wrong, each problem with its place in a manifest.
 *
 * <p>Start at {@link dev.seaworthy.simulate.outcome.Outcome}. {@code OutcomeRecorder} watches a
 * cluster and makes one; a class a kind of problem looks for what went wrong. {@code report} and
 * {@link dev.seaworthy.simulate.outcome.PodTable} only write what stands here.
 */
@NullMarked
package dev.seaworthy.simulate.outcome;

import org.jspecify.annotations.NullMarked;
