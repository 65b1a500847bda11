package dev.seaworthy.maven;

import dev.seaworthy.LintReport;
import dev.seaworthy.ReportFormats;
import dev.seaworthy.report.Report;
import dev.seaworthy.report.ReportContext;
import dev.seaworthy.report.ReportFormat;
import dev.seaworthy.report.Tally;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;

/** The reports of a build, in a folder of its own. */
final class ReportFiles {

  private final Path folder;

  ReportFiles(Path folder) {
    this.folder = folder;
  }

  void write(LintReport found, List<String> formats, ReportContext context, Tally tally)
      throws MojoExecutionException {
    for (String name : formats) {
      ReportFormat format = ReportFormats.find(name)
          .orElseThrow(() -> new MojoExecutionException("there is no format '" + name
              + "'; there are " + String.join(", ", ReportFormats.names())));
      Path file = folder.resolve(context.question().command() + "." + format.extension());
      try {
        Files.createDirectories(folder);
        write(found, format, context, tally, file);
      } catch (IOException e) {
        throw new MojoExecutionException("cannot write " + file, e);
      }
    }
  }

  private static void write(
      LintReport found, ReportFormat format, ReportContext context, Tally tally, Path file)
      throws IOException {
    try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(file))) {
      Report report = format.begin(out, context);
      found.files().forEach(report::file);
      report.end(tally);
      if (out.checkError()) {
        throw new IOException("the file can't be written to");
      }
    }
  }
}
