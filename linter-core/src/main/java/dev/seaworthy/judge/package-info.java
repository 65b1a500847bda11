/**
 * An input judged: files are read in parallel, their objects answered for as the API server would,
 * alone or as changes of what was applied before, and handed on in the input's order.
 *
 * <p>Start at {@link dev.seaworthy.judge.Judge}; what comes out is a {@link
 * dev.seaworthy.judge.JudgedFile} each. Knows nothing of output formats.
 */
@NullMarked
package dev.seaworthy.judge;

import org.jspecify.annotations.NullMarked;
