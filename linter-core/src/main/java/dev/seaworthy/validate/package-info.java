/**
 * The API server's answer to one object, offline: accepted or rejected, and why.
 *
 * <p>Start at {@code ApiServer}. An object passes the stages of {@link
 * dev.seaworthy.validate.Stage} in the server's order; constraints come as data, one class a kind in
 * {@code check} holds what data can't say. Knows nothing of lint, files or output.
 */
@NullMarked
package dev.seaworthy.validate;

import org.jspecify.annotations.NullMarked;
