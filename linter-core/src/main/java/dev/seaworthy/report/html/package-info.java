/**
 * A dry-run as one page that needs nothing else: the rollout drawn over time, nodes with their pods,
 * events. No script, nothing from the network; what manifests say is text.
 *
 * <p>Start at {@link dev.seaworthy.report.html.HtmlFormat}.
 */
@NullMarked
package dev.seaworthy.report.html;

import org.jspecify.annotations.NullMarked;
