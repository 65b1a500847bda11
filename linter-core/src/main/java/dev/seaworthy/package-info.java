/**
 * The façade: the three answers for the command line, the Maven plugin and other people's programs.
 *
 * <p>Start at {@link dev.seaworthy.Seaworthy}.
 */
@NullMarked
package dev.seaworthy;

import org.jspecify.annotations.NullMarked;
