package dev.seaworthy.maven;

import dev.seaworthy.Input;
import dev.seaworthy.LintReport;
import dev.seaworthy.Seaworthy;
import dev.seaworthy.Settings;
import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.diagnostic.Severity;
import dev.seaworthy.report.FileReport;
import dev.seaworthy.report.Question;
import dev.seaworthy.report.ReportContext;
import dev.seaworthy.report.Tally;
import dev.seaworthy.report.text.DiagnosticText;
import dev.seaworthy.report.text.Palette;
import dev.seaworthy.report.text.Summary;
import java.io.File;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

  /** In which forms to write reports: json, sarif, junit, text, github. */
  @Parameter(property = "seaworthy.formats", defaultValue = "json")
  private List<String> formats = new ArrayList<>();

  /** The folder of the reports, each called {@code lint} with the usual ending of its form. */
  @Parameter(defaultValue = "${project.build.directory}/seaworthy")
  private @Nullable File reports;

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
    Settings settings = settings();
    LintReport report = Seaworthy.of(settings)
        .lint(Input.paths(arguments, InputStream.nullInputStream()).relativeTo(base()));
    Tally tally = new Tally();
    report.files().forEach(tally::add);
    tell(report);
    new ReportFiles(base(), reports).write(report, formats, context(settings), tally);
    conclude(tally, Summary.of(tally, settings.kubernetes(), Palette.PLAIN));
  }

  private void conclude(Tally tally, String summary)
      throws MojoExecutionException, MojoFailureException {
    if (tally.failures() > 0) {
      throw new MojoExecutionException("seaworthy could not check everything. " + summary);
    }
    if (threshold().filter(threshold -> tally.atLeast(threshold) > 0).isPresent()) {
      throw new MojoFailureException(summary);
    }
    getLog().info(summary);
  }

  private Path base() {
    return basedir == null ? Path.of("") : basedir.toPath();
  }

  private List<String> arguments() {
    Path base = base();
    if (paths.isEmpty()) {
      Path usual = base.resolve("src/main/k8s");
      return Files.isDirectory(usual) ? List.of(usual.toString()) : List.of();
    }
    return paths.stream().map(path -> base.resolve(path).toString()).toList();
  }

  private Settings settings() throws MojoExecutionException {
    try {
      Settings settings = Settings.usual().withProfile(profile);
      if (kubernetes != null) {
        settings = settings.withKubernetes(kubernetes);
      }
      for (String rule : disable) {
        settings = settings.disabling(rule);
      }
      return settings;
    } catch (IllegalArgumentException wrong) {
      throw new MojoExecutionException(wrong.getMessage());
    }
  }

  private ReportContext context(Settings settings) throws MojoExecutionException {
    return ReportContext.of(Question.LINT, settings.kubernetes())
        .withFailOn(threshold())
        .withFolder(base());
  }

  /** Empty for never. */
  private Optional<Severity> threshold() throws MojoExecutionException {
    if (failOn.equals("never")) {
      return Optional.empty();
    }
    return Optional.of(Stream.of(Severity.values())
        .filter(severity -> severity.word().equals(failOn))
        .findFirst()
        .orElseThrow(() -> new MojoExecutionException(
            "failOn is '" + failOn + "', must be error, warning, info or never")));
  }

  private void tell(LintReport report) {
    DiagnosticText text = new DiagnosticText(Palette.PLAIN);
    for (FileReport file : report.files()) {
      file.diagnostics().forEach(diagnostic -> tell(diagnostic, text.headline(diagnostic)));
    }
  }

  private void tell(Diagnostic diagnostic, String line) {
    switch (diagnostic.severity()) {
      case ERROR -> getLog().error(line);
      case WARNING -> getLog().warn(line);
      case INFO -> getLog().info(line);
    }
  }
}
