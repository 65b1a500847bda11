/**
 * What no constraint on a single field can say, one class a kind or type; found by what they
 * declare: the build lists them in {@code KindChecks} and {@code TypeChecks}.
 */
@NullMarked
package dev.seaworthy.validate.check;

import org.jspecify.annotations.NullMarked;
