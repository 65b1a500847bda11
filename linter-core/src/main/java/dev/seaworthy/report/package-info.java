/**
 * What the product found, in the forms that people and programs read.
 *
 * <p>Start at {@link dev.seaworthy.judge.VerdictDiagnostics}, which turns the server's answers into
 * diagnostics; {@code text} and {@code json} write them. Nothing here knows who complained.
 */
@NullMarked
package dev.seaworthy.report;

import org.jspecify.annotations.NullMarked;
