/** What an update may change: comparing old and new as Go compares them. */
@NullMarked
package dev.seaworthy.validate.check.change;

import org.jspecify.annotations.NullMarked;
