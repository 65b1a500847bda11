/**
 * What came of an input, and the forms in which people and programs read it.
 *
 * <p>Start at {@link dev.seaworthy.report.ReportFormat}. A {@link dev.seaworthy.report.Report} is told
 * of {@link dev.seaworthy.report.FileReport}s and writes them; all that is wrong is a {@link
 * dev.seaworthy.diagnostic.Diagnostic}, and nothing here knows who complained.
 */
@NullMarked
package dev.seaworthy.report;

import org.jspecify.annotations.NullMarked;
