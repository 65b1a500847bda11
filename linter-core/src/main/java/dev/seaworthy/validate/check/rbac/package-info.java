/** What no single field of roles can tell. */
@NullMarked
package dev.seaworthy.validate.check.rbac;

import org.jspecify.annotations.NullMarked;
