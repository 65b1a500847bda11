/** What no single field of priority classes can tell. */
@NullMarked
package dev.seaworthy.validate.check.scheduling;

import org.jspecify.annotations.NullMarked;
