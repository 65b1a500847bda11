/**
 * SARIF 2.1.0, the form that code scanning services and editors read.
 *
 * <p>Start at {@link dev.seaworthy.report.sarif.SarifFormat}. A test holds the output to the published
 * schema.
 */
@NullMarked
package dev.seaworthy.report.sarif;

import org.jspecify.annotations.NullMarked;
