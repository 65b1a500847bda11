/**
 * The Kubernetes CEL environment, over one CEL library.
 *
 * <p>Start at {@link dev.seaworthy.cel.CelEnvironment}. Expressions that ship with the product are
 * compiled by {@link dev.seaworthy.cel.CelExpressionCompiler} when it is built and only loaded when
 * it runs. Trees of {@link dev.seaworthy.manifest.Node} are seen through views, never copied.
 */
@NullMarked
package dev.seaworthy.cel;

import org.jspecify.annotations.NullMarked;
