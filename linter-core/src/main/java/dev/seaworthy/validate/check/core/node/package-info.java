/** What no single field of a Node can tell. */
@NullMarked
package dev.seaworthy.validate.check.core.node;

import org.jspecify.annotations.NullMarked;
