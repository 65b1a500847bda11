/**
 * Rules as people write them: folders with a definition, documentation and examples.
 *
 * <p>Start at {@link dev.seaworthy.lint.source.RuleFolder}. Rules that ship with the product are read
 * when it is built, those of a project when it is linted; both by the same words. What is wrong with
 * one is told with its place; a rule that cannot be read never passes in silence.
 */
@NullMarked
package dev.seaworthy.lint.source;

import org.jspecify.annotations.NullMarked;
