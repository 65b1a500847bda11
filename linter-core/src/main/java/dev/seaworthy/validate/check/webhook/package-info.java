/** How the server reaches those whom it asks. */
@NullMarked
package dev.seaworthy.validate.check.webhook;

import org.jspecify.annotations.NullMarked;
