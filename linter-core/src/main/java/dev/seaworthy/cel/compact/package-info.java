/**
 * Expressions that ship with the product, in a form that runs without the CEL library: its classes
 * take longer to load than most inputs take to be judged.
 *
 * <p>Start at {@link dev.seaworthy.cel.compact.CompactExpressions}. {@link
 * dev.seaworthy.cel.compact.Translator} makes the form, from what the library has parsed and checked,
 * when the product is built. What it can't translate stays with the library, which also gives the
 * answers that this evaluator is held to.
 */
@NullMarked
package dev.seaworthy.cel.compact;

import org.jspecify.annotations.NullMarked;
