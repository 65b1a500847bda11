/** What no single field of disruption budgets can tell. */
@NullMarked
package dev.seaworthy.validate.check.policy;

import org.jspecify.annotations.NullMarked;
