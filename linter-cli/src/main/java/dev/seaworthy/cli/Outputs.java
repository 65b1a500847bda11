package dev.seaworthy.cli;

import dev.seaworthy.report.FileReport;
import dev.seaworthy.report.Neighbourhood;
import dev.seaworthy.report.Report;
import dev.seaworthy.report.ReportContext;
import dev.seaworthy.report.ScenarioReport;
import dev.seaworthy.report.SimulationReport;
import dev.seaworthy.report.Tally;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * All reports of one run: what one is told, all are. Files appear when they are complete; a run that
 * breaks off leaves what was there before.
 */
final class Outputs implements AutoCloseable {

  private final Progress progress;
  private final Tally tally = new Tally();
  private final List<Report> reports = new ArrayList<>();
  private final List<ReportFile> files = new ArrayList<>();

  private Outputs(Progress progress) {
    this.progress = progress;
  }

  static Outputs open(
      List<Destination> destinations,
      Console console,
      Progress progress,
      ReportContext context,
      boolean colours) {
    requireApart(destinations);
    Outputs outputs = new Outputs(progress);
    for (Destination destination : destinations) {
      Optional<Path> path = destination.file();
      if (path.isEmpty()) {
        outputs.reports.add(
            destination.format().begin(progress.over(console.out()), context.inColour(colours)));
      } else {
        ReportFile file = ReportFile.create(path.get());
        outputs.files.add(file);
        outputs.reports.add(destination.format().begin(file.out(), context));
      }
    }
    return outputs;
  }

  /** Whoever interrupts the run is waited with until the reports are complete. */
  void keepWhenInterrupted() {
    files.forEach(ReportFile::keep);
  }

  private static void requireApart(List<Destination> destinations) {
    Set<Optional<Path>> taken = new HashSet<>();
    for (Destination destination : destinations) {
      Optional<Path> file = destination.file().map(path -> path.toAbsolutePath().normalize());
      if (!taken.add(file)) {
        String where = destination.file().map(Path::toString).orElse("standard output");
        throw new CommandFailure("two reports can't both go to " + where + "; give "
            + destination.word() + " a file of its own: -o " + destination.word() + "=FILE");
      }
    }
  }

  void file(FileReport file) {
    tally.add(file);
    reports.forEach(report -> report.file(file));
  }

  /** What was looked at beside the files. */
  void seenWith(List<Neighbourhood> neighbourhoods) {
    tally.seenWith(neighbourhoods);
  }

  void simulated(SimulationReport simulation) {
    tally.add(simulation.problems());
    reports.forEach(report -> report.simulated(simulation));
  }

  void played(ScenarioReport scenario) {
    tally.add(scenario.problems());
    reports.forEach(report -> report.played(scenario));
  }

  /** Completes the reports; the result tells how it went. */
  Tally end() {
    progress.clear();
    reports.forEach(report -> report.end(tally));
    files.forEach(ReportFile::complete);
    return tally;
  }

  /** Gives up what is not complete. */
  @Override
  public void close() {
    files.forEach(ReportFile::discard);
  }
}
