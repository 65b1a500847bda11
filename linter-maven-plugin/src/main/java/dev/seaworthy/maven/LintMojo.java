package dev.seaworthy.maven;

import dev.seaworthy.Seaworthy;
import dev.seaworthy.Settings;
import dev.seaworthy.api.Release;
import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.diagnostic.Severity;
import dev.seaworthy.judge.LintResult;
import dev.seaworthy.judge.OtherFiles;
import dev.seaworthy.lint.LintSettings;
import dev.seaworthy.lint.Profile;
import dev.seaworthy.project.InputDiscovery;
import dev.seaworthy.report.Tally;
import dev.seaworthy.report.json.FindingsJson;
import dev.seaworthy.report.text.Palette;
import dev.seaworthy.report.text.Summary;
import dev.seaworthy.report.text.TextReport;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Says everything there is to say about the project's manifests, and fails the build where that is
 * grave enough.
 */
@Mojo(name = "lint", defaultPhase = LifecyclePhase.VERIFY, threadSafe = true)
public final class LintMojo extends AbstractMojo {

  /** Files, folders and patterns to check; without any, {@code src/main/k8s} where it exists. */
  @Parameter(property = "seaworthy.paths")
  private List<String> paths = new ArrayList<>();

  /** The release of Kubernetes to judge by, such as 1.34; without it the newest known. */
  @Parameter(property = "seaworthy.kubernetes")
  private @Nullable String kubernetes;

  /** The set of rules: recommended, strict, security and others. */
  @Parameter(property = "seaworthy.profile", defaultValue = "recommended")
  private String profile = "recommended";

  /** From which severity on the build fails: error, warning, info, or never. */
  @Parameter(property = "seaworthy.failOn", defaultValue = "error")
  private String failOn = "error";

  /** Rules not to run. */
  @Parameter(property = "seaworthy.disable")
  private List<String> disable = new ArrayList<>();

  /** Leaves the check out. */
  @Parameter(property = "seaworthy.skip", defaultValue = "false")
  private boolean skip;

  /** Where to write the findings for other programs. */
  @Parameter(defaultValue = "${project.build.directory}/seaworthy/lint.json")
  private @Nullable File report;

  @Parameter(defaultValue = "${project.basedir}", readonly = true)
  private @Nullable File basedir;

  @Override
  public void execute() throws MojoExecutionException, MojoFailureException {
    if (skip) {
      getLog().info("seaworthy is skipped");
      return;
    }
    List<String> arguments = arguments();
    if (arguments.isEmpty()) {
      getLog().info("no manifests: there is no folder src/main/k8s, and no paths are set");
      return;
    }
    Release release = release();
    LintResult result = Seaworthy.of(
            Settings.usual().withRelease(release).withOtherFiles(OtherFiles.WARN))
        .lint(
            InputDiscovery.find(arguments, InputStream.nullInputStream()),
            settings(release),
            file -> {});
    Tally tally = new Tally();
    result.files().forEach(tally::add);
    tally.add(result.findings());
    tally.add(result.problems());
    tell(result);
    writeReport(result);
    String summary = Summary.of(tally, release, Palette.PLAIN);
    if (tally.failures() > 0) {
      throw new MojoExecutionException("seaworthy could not check everything. " + summary);
    }
    if (fails(tally)) {
      throw new MojoFailureException(summary);
    }
    getLog().info(summary);
  }

  private List<String> arguments() {
    Path base = basedir == null ? Path.of("") : basedir.toPath();
    if (paths.isEmpty()) {
      Path usual = base.resolve("src/main/k8s");
      return Files.isDirectory(usual) ? List.of(usual.toString()) : List.of();
    }
    return paths.stream().map(path -> base.resolve(path).toString()).toList();
  }

  private Release release() throws MojoExecutionException {
    if (kubernetes == null) {
      return Release.NEWEST;
    }
    return Release.parse(kubernetes)
        .filter(Release::isSupported)
        .orElseThrow(() -> new MojoExecutionException("kubernetes is '" + kubernetes + "', must be "
            + Release.OLDEST + " to " + Release.NEWEST));
  }

  private LintSettings settings(Release release) throws MojoExecutionException {
    Profile wanted = Profile.find(profile)
        .orElseThrow(() -> new MojoExecutionException("there is no profile '" + profile + "'"));
    LintSettings settings = LintSettings.of(release).withProfile(wanted);
    for (String rule : disable) {
      settings = settings.disabling(rule);
    }
    return settings;
  }

  private boolean fails(Tally tally) throws MojoExecutionException {
    if (failOn.equals("never")) {
      return false;
    }
    Severity threshold = Stream.of(Severity.values())
        .filter(severity -> severity.word().equals(failOn))
        .findFirst()
        .orElseThrow(() -> new MojoExecutionException(
            "failOn is '" + failOn + "', must be error, warning, info or never"));
    return tally.atLeast(threshold) > 0;
  }

  private void tell(LintResult result) {
    TextReport text = new TextReport(Palette.PLAIN);
    Stream.concat(result.findings().stream(), result.problems().stream())
        .sorted(Diagnostic.ORDER)
        .forEach(diagnostic -> tell(diagnostic, text.headline(relative(diagnostic))));
  }

  private void tell(Diagnostic diagnostic, String line) {
    switch (diagnostic.severity()) {
      case ERROR -> getLog().error(line);
      case WARNING -> getLog().warn(line);
      case INFO -> getLog().info(line);
    }
  }

  /** Paths within the project read better without the way to it. */
  private Diagnostic relative(Diagnostic diagnostic) {
    String prefix = basedir == null ? "" : basedir.getPath().replace(File.separatorChar, '/') + "/";
    return diagnostic.withPlace(diagnostic
        .place()
        .inFile(
            diagnostic.place().file().startsWith(prefix)
                ? diagnostic.place().file().substring(prefix.length())
                : diagnostic.place().file()));
  }

  private void writeReport(LintResult result) throws MojoExecutionException {
    if (report == null) {
      return;
    }
    Path file = report.toPath();
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      try (Writer out = Files.newBufferedWriter(file)) {
        FindingsJson.write(
            out,
            result.findings().stream().map(this::relative).toList(),
            result.problems().stream().map(this::relative).toList());
      }
    } catch (IOException e) {
      throw new MojoExecutionException("cannot write " + file, e);
    }
  }
}
