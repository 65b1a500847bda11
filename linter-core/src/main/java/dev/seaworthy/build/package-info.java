/**
 * Compiles schemas and rules into what the product loads. Runs when the product is built, never
 * when it is used.
 */
@NullMarked
package dev.seaworthy.build;

import org.jspecify.annotations.NullMarked;
