/** What no single field of runtime classes can tell. */
@NullMarked
package dev.seaworthy.validate.check.node;

import org.jspecify.annotations.NullMarked;
