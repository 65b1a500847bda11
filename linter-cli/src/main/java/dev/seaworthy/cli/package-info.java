/**
 * The command {@code seaworthy}: parses options, calls the façade, prints.
 *
 * <p>Start at {@link dev.seaworthy.cli.Main}; one class a command.
 */
@NullMarked
package dev.seaworthy.cli;

import org.jspecify.annotations.NullMarked;
