/** What no single field of certificates' requests and of bundles can tell. */
@NullMarked
package dev.seaworthy.validate.check.certificates;

import org.jspecify.annotations.NullMarked;
