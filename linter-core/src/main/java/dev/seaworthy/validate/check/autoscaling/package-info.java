/** What no single field of an autoscaler can tell. */
@NullMarked
package dev.seaworthy.validate.check.autoscaling;

import org.jspecify.annotations.NullMarked;
