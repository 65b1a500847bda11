/**
 * How a cluster came to be as it is: what each pod and each workload was at every moment of a run.
 *
 * <p>Start at {@link dev.seaworthy.simulate.history.HistoryRecorder}, which watches commits. Whoever
 * asks for the lowest availability, the length of a rollout or a picture of it asks here.
 */
@NullMarked
package dev.seaworthy.simulate.history;

import org.jspecify.annotations.NullMarked;
