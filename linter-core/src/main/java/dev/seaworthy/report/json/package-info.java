/**
 * Reports as JSON for programs, in the form of the command line's contract.
 *
 * <p>Start at {@link dev.seaworthy.report.json.JsonFormat}. Fields may be added, none is renamed
 * or dropped.
 */
@NullMarked
package dev.seaworthy.report.json;

import org.jspecify.annotations.NullMarked;
