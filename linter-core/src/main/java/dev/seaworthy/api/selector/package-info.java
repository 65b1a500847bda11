/**
 * Label selectors, for whoever selects: validation, the graph, controllers, the scheduler.
 *
 * <p>Start at {@link dev.seaworthy.api.selector.LabelSelector}, which is read once and asked often.
 */
@NullMarked
package dev.seaworthy.api.selector;

import org.jspecify.annotations.NullMarked;
