/** What no single field of flow schemas and priority levels can tell. */
@NullMarked
package dev.seaworthy.validate.check.flowcontrol;

import org.jspecify.annotations.NullMarked;
