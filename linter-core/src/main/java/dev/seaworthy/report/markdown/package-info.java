/**
 * What a dry-run comes to as a comment on a pull request: short on top, details folded.
 *
 * <p>Start at {@link dev.seaworthy.report.markdown.MarkdownFormat}. What manifests say is text here,
 * never markup.
 */
@NullMarked
package dev.seaworthy.report.markdown;

import org.jspecify.annotations.NullMarked;
