package dev.seaworthy.maven;

import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Mends what can be mended in the project's manifests, in the files themselves, so that objects mean
 * the same afterwards. Comments, order and layout stay. What is left is for {@code lint} to tell; this
 * goal is not bound to a phase, as a build that changes its own sources surprises.
 */
@Mojo(name = "fix", threadSafe = true)
public final class FixMojo extends ManifestMojo {

  /** Whether to mend, too, what only you can judge, such as rights that the program may need. */
  @Parameter(property = "seaworthy.unsafe", defaultValue = "false")
  private boolean unsafe;

  @Override
  Task task() {
    return new Task.Mending(unsafe);
  }
}
