/**
 * JUnit's XML, which nearly every CI service shows: a suite a file, a test an object.
 *
 * <p>Start at {@link dev.seaworthy.report.junit.JunitFormat}.
 */
@NullMarked
package dev.seaworthy.report.junit;

import org.jspecify.annotations.NullMarked;
