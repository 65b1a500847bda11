/**
 * Conditions on single fields, one record a word of the constraint files.
 *
 * <p>Start at {@link dev.seaworthy.validate.constraint.Constraint} for the words and at {@link
 * dev.seaworthy.validate.constraint.ConstraintReader} for how a file's words become constraints.
 */
@NullMarked
package dev.seaworthy.validate.constraint;

import org.jspecify.annotations.NullMarked;
