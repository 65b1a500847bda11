/**
 * How objects point at each other: selectors, references, owners.
 *
 * <p>Start at {@link dev.seaworthy.graph.ResourceGraph}. Everything is answered from indices. Knows
 * no rules and no verdicts.
 */
@NullMarked
package dev.seaworthy.graph;

import org.jspecify.annotations.NullMarked;
