/** What no single field of Ingresses, network policies and address ranges can tell. */
@NullMarked
package dev.seaworthy.validate.check.networking;

import org.jspecify.annotations.NullMarked;
