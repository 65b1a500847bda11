/** What no single field of a workload of the group apps can tell. */
@NullMarked
package dev.seaworthy.validate.check.apps;

import org.jspecify.annotations.NullMarked;
