package dev.seaworthy.report.observations;

import dev.seaworthy.report.FileReport;
import dev.seaworthy.report.Question;
import dev.seaworthy.report.Report;
import dev.seaworthy.report.ReportContext;
import dev.seaworthy.report.ReportFormat;
import dev.seaworthy.report.SimulationReport;
import dev.seaworthy.report.Tally;
import java.io.PrintWriter;

/**
 * One JSON object: the {@code observations}, {@code rejections} and {@code lookups} of a story, with
 * generated names left out. Only a scenario has it.
 */
public final class ObservationsFormat implements ReportFormat {

  @Override
  public String about() {
    return "a scenario's settled states in the form of the scenario corpus, played as recorded"
        + " there";
  }

  @Override
  public String extension() {
    return "json";
  }

  @Override
  public boolean answers(Question question) {
    return question == Question.DRY_RUN;
  }

  @Override
  public Report begin(PrintWriter out, ReportContext context) {
    return new Observations(out);
  }

  private record Observations(PrintWriter out) implements Report {

    @Override
    public void file(FileReport file) {
      // Files are no story.
    }

    @Override
    public void simulated(SimulationReport simulation) {
      simulation.observations().ifPresent(out::println);
    }

    @Override
    public void end(Tally tally) {
      // All has been said.
    }
  }
}
