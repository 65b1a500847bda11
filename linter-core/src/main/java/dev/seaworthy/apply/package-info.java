/**
 * What a client's apply sends and how it is merged into the object that is there, by what the types
 * say of their lists. Knows nothing of validation.
 */
@NullMarked
package dev.seaworthy.apply;

import org.jspecify.annotations.NullMarked;
