package dev.seaworthy;

import dev.seaworthy.report.FileReport;
import dev.seaworthy.report.SimulationReport;
import java.util.List;

/**
 * What a cluster would do with an input.
 *
 * @param files what the API server answers, in the order of the input
 * @param simulation what became of the objects that it accepts
 */
public record DryRunReport(List<FileReport> files, SimulationReport simulation) {

  public DryRunReport {
    files = List.copyOf(files);
  }
}
