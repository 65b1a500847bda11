/**
 * What no constraint on a field can say of volumes, of their sources, and of claims; a class a type.
 * Found by what they declare ({@code TypeChecks}, {@code KindChecks}).
 */
@NullMarked
package dev.seaworthy.validate.check.core.volume;

import org.jspecify.annotations.NullMarked;
