package dev.seaworthy.maven;

import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.Log;

/** The work of the goals, apart from them so that {@link OwnLibraries} can load it. */
public interface Lint {

  /**
   * Checks, tells and writes reports, or mends.
   *
   * @throws MojoFailureException if the findings are grave enough
   * @throws MojoExecutionException if a choice makes no sense or something could not be checked
   */
  void run(Choices choices, Log log) throws MojoExecutionException, MojoFailureException;
}
