/** What no single field of quotas and limit ranges can tell. */
@NullMarked
package dev.seaworthy.validate.check.core.quota;

import org.jspecify.annotations.NullMarked;
