/**
 * What a user's project holds: which files are read, which are left out.
 *
 * <p>Start at {@link dev.seaworthy.project.InputDiscovery}, which turns the paths of a command line
 * into {@link dev.seaworthy.project.InputSource}s. What cannot be read is a diagnostic, never a
 * silence. JGit is loaded only where there is an ignore file.
 */
@NullMarked
package dev.seaworthy.project;

import org.jspecify.annotations.NullMarked;
