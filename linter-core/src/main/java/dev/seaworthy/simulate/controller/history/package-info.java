/**
 * The former templates of StatefulSets and DaemonSets, kept as ControllerRevisions.
 *
 * <p>Start at {@link dev.seaworthy.simulate.controller.history.RevisionHistory}.
 */
@NullMarked
package dev.seaworthy.simulate.controller.history;

import org.jspecify.annotations.NullMarked;
