/** What no single field of the core group's objects can tell; larger families have packages below. */
@NullMarked
package dev.seaworthy.validate.check.core;

import org.jspecify.annotations.NullMarked;
