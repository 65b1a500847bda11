package dev.seaworthy.maven;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** A goal about the project's manifests: which they are, and by what to judge them. */
public abstract class ManifestMojo extends AbstractMojo {

  /** What Maven calls the execution of a goal that is named on its command line. */
  private static final String BY_HAND = "default-cli";

  /** Files, folders and patterns to check; without any, {@code src/main/k8s} where it exists. */
  @Parameter(property = "seaworthy.paths")
  private List<String> paths = new ArrayList<>();

  /** The release of Kubernetes to judge by, such as 1.34; without it the newest known. */
  @Parameter(property = "seaworthy.kubernetes")
  private @Nullable String kubernetes;

  /**
   * The project's configuration; without it the nearest {@code .seaworthy.yaml}, from the manifests
   * upwards. What is set here goes before it.
   */
  @Parameter(property = "seaworthy.configuration")
  private @Nullable File configuration;

  /** Findings that are known already and not told again; without it what the configuration names. */
  @Parameter(property = "seaworthy.baseline")
  private @Nullable File baseline;

  /** The set of rules: recommended, which is usual, strict, security and others. */
  @Parameter(property = "seaworthy.profile")
  private String profile = "";

  /** Rules to run beside those of the profile. */
  @Parameter(property = "seaworthy.enable")
  private List<String> enable = new ArrayList<>();

  /** Rules not to run. */
  @Parameter(property = "seaworthy.disable")
  private List<String> disable = new ArrayList<>();

  /** Whether what the manifests lack may exist elsewhere: auto (usual), closed (it does not) or open. */
  @Parameter(property = "seaworthy.references")
  private String references = "";

  /** Where kinds of your own are described; paths start from the project. */
  @Parameter(property = "seaworthy.schemaLocations")
  private List<String> schemaLocations = new ArrayList<>();

  /** Files and folders of CustomResourceDefinitions beside those among the manifests. */
  @Parameter(property = "seaworthy.crds")
  private List<String> crds = new ArrayList<>();

  /** Makes it an error that nobody has defined an object's kind. */
  @Parameter(property = "seaworthy.strictKinds", defaultValue = "false")
  private boolean strictKinds;

  /** What to do with files of other tools, templates, patches: skip (usual), note (say where) or error. */
  @Parameter(property = "seaworthy.notKubernetes")
  private String notKubernetes = "";

  /**
   * Whether variables such as {@code ${NAME}} are values that are not known yet, or mistakes: unknown
   * (usual) or error.
   */
  @Parameter(property = "seaworthy.placeholders")
  private String placeholders = "";

  /** Files and folders to leave out, by patterns as in .gitignore; paths start from the project. */
  @Parameter(property = "seaworthy.excludes")
  private List<String> excludes = new ArrayList<>();

  /** Leaves the check out. */
  @Parameter(property = "seaworthy.skip", defaultValue = "false")
  private boolean skip;

  @Parameter(defaultValue = "${project.basedir}", readonly = true)
  private @Nullable File basedir;

  @Parameter(defaultValue = "${session.executionRootDirectory}", readonly = true)
  private @Nullable File root;

  @Parameter(defaultValue = "${mojo.executionId}", readonly = true)
  private String execution = "";

  @Override
  public void execute() throws MojoExecutionException, MojoFailureException {
    if (skip) {
      getLog().info("seaworthy is skipped");
      return;
    }
    List<String> arguments = arguments();
    if (arguments.isEmpty()) {
      tellThatThereIsNothing();
      return;
    }
    OwnLibraries.run(choices(arguments), getLog());
  }

  /** Called by hand, a goal was meant to do something. */
  private void tellThatThereIsNothing() {
    String nothing = "no manifests: there is no folder src/main/k8s, and no paths are set";
    if (execution.equals(BY_HAND)) {
      getLog()
          .warn(nothing + "; for a goal that is called by hand, what is configured inside an"
              + " <execution> does not count: put <configuration> beside <executions>, or add"
              + " -Dseaworthy.paths=FOLDER");
    } else {
      getLog().info(nothing);
    }
  }

  abstract Task task();

  private Choices choices(List<String> arguments) {
    return new Choices(
        arguments,
        Optional.ofNullable(configuration).map(File::toPath),
        Optional.ofNullable(baseline).map(File::toPath),
        kubernetes == null ? "" : kubernetes,
        profile,
        enable,
        disable,
        references,
        schemaLocations.stream().map(this::location).toList(),
        crds.stream().map(this::location).toList(),
        strictKinds,
        notKubernetes,
        placeholders,
        excludes,
        base(),
        root == null ? base() : root.toPath(),
        task());
  }

  final Path base() {
    return basedir == null ? Path.of("") : basedir.toPath();
  }

  private List<String> arguments() {
    if (paths.isEmpty()) {
      Path usual = base().resolve("src/main/k8s");
      return Files.isDirectory(usual) ? List.of(usual.toString()) : List.of();
    }
    return paths.stream().map(this::inProject).toList();
  }

  private String inProject(String path) {
    return base().resolve(path).normalize().toString();
  }

  /** What is no URL is a path. */
  private String location(String written) {
    return written.contains("://") ? written : inProject(written);
  }
}
