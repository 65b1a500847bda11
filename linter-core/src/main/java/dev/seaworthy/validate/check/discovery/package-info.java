/** What no single field of EndpointSlices can tell. */
@NullMarked
package dev.seaworthy.validate.check.discovery;

import org.jspecify.annotations.NullMarked;
