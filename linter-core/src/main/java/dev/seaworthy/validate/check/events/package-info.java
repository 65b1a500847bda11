/** What must hold for events, of the core and of the group of their own. */
@NullMarked
package dev.seaworthy.validate.check.events;

import org.jspecify.annotations.NullMarked;
