/**
 * What clients send to change an object, and how that is merged into the object that is there, by
 * what the types say of their lists: apply in its two forms, and the three forms of patches. Knows
 * nothing of validation.
 */
@NullMarked
package dev.seaworthy.apply;

import org.jspecify.annotations.NullMarked;
