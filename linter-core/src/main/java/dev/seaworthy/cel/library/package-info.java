/** Functions that expressions can call, beside those of the CEL specification. One class a topic. */
@NullMarked
package dev.seaworthy.cel.library;

import org.jspecify.annotations.NullMarked;
