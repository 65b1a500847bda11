package dev.seaworthy.maven;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Says everything there is to say about the project's manifests, and fails the build where that is
 * grave enough. Places are told by their paths from the root of the build.
 */
@Mojo(name = "lint", defaultPhase = LifecyclePhase.VERIFY, threadSafe = true)
public final class LintMojo extends ManifestMojo {

  /** From which severity on the build fails: error, which is usual, warning, info, or never. */
  @Parameter(property = "seaworthy.failOn")
  private String failOn = "";

  /** In which forms to write reports: json, sarif, junit, text, github. */
  @Parameter(property = "seaworthy.formats", defaultValue = "json")
  private List<String> formats = new ArrayList<>();

  /** The folder of the reports, each called {@code lint} with the usual ending of its form. */
  @Parameter(defaultValue = "${project.build.directory}/seaworthy")
  private @Nullable File reports;

  @Override
  Task task() {
    return new Task.Telling(failOn, formats, reports == null ? base() : reports.toPath());
  }
}
