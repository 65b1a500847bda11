/**
 * Workflow commands of GitHub Actions, which become annotations on the lines of a pull request.
 *
 * <p>Start at {@link dev.seaworthy.report.github.GithubFormat}.
 */
@NullMarked
package dev.seaworthy.report.github;

import org.jspecify.annotations.NullMarked;
