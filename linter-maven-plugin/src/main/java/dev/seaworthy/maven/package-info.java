/**
 * Seaworthy in a Maven build: a thin skin on the façade.
 *
 * <p>Start at {@link dev.seaworthy.maven.LintMojo}.
 */
@NullMarked
package dev.seaworthy.maven;

import org.jspecify.annotations.NullMarked;
