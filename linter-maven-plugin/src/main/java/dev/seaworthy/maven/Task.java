package dev.seaworthy.maven;

import java.nio.file.Path;
import java.util.List;

/** What a goal does with what is wrong in the manifests. */
public sealed interface Task {

  /**
   * Tells it.
   *
   * @param failOn from which severity on the build fails; empty leaves it to the configuration
   * @param formats in which forms to write reports
   * @param reports the folder to write them to
   */
  record Telling(String failOn, List<String> formats, Path reports) implements Task {

    public Telling {
      formats = List.copyOf(formats);
    }
  }

  /**
   * Mends it, as far as objects mean the same afterwards.
   *
   * @param alsoUnsafe whether to mend, too, what only a person can judge
   */
  record Mending(boolean alsoUnsafe) implements Task {}
}
