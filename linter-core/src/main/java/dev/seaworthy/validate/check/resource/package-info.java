/** What no single field of devices, their classes and claims can tell. */
@NullMarked
package dev.seaworthy.validate.check.resource;

import org.jspecify.annotations.NullMarked;
