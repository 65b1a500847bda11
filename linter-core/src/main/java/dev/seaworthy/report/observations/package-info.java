/**
 * What came of a story in the form in which real control planes were recorded, to compare with them.
 *
 * <p>Start at {@link dev.seaworthy.report.observations.ObservationsFormat}.
 */
@NullMarked
package dev.seaworthy.report.observations;

import org.jspecify.annotations.NullMarked;
