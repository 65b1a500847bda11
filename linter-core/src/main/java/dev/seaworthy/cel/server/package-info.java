/**
 * Functions that the API server gives to expressions in definitions and policies, with the types that
 * they have there. One class a topic.
 */
@NullMarked
package dev.seaworthy.cel.server;

import org.jspecify.annotations.NullMarked;
