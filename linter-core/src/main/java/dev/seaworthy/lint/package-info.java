/**
 * Rules over objects and the graph: what the API server accepts and a careful reviewer would not.
 *
 * <p>Start at {@link dev.seaworthy.lint.Linter}. A rule is a folder of the module {@code rules};
 * {@link dev.seaworthy.lint.RuleCatalog} holds them compiled. What CEL can't say is a class in
 * {@code check}. Knows nothing of files to find, configuration files or output.
 */
@NullMarked
package dev.seaworthy.lint;

import org.jspecify.annotations.NullMarked;
