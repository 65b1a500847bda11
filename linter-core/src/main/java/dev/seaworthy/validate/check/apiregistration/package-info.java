/** What no single field of an APIService can tell. */
@NullMarked
package dev.seaworthy.validate.check.apiregistration;

import org.jspecify.annotations.NullMarked;
