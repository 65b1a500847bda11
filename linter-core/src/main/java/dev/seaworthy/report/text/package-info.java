/**
 * Diagnostics as text for people.
 *
 * <p>Start at {@link dev.seaworthy.report.text.TextFormat}. Files are untrusted: nothing of theirs
 * reaches a terminal before {@code VisibleLine} has made it safe.
 */
@NullMarked
package dev.seaworthy.report.text;

import org.jspecify.annotations.NullMarked;
