package dev.seaworthy.report.markdown;

import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.diagnostic.Location;
import dev.seaworthy.diagnostic.Severity;
import dev.seaworthy.report.FileReport;
import dev.seaworthy.report.ImpactReport;
import dev.seaworthy.report.ImpactReport.ChangedObject;
import dev.seaworthy.report.ImpactReport.ChangedWorkload;
import dev.seaworthy.report.Report;
import dev.seaworthy.report.ReportContext;
import dev.seaworthy.report.SimulationReport;
import dev.seaworthy.report.Tally;
import dev.seaworthy.simulate.history.DurationWords;
import dev.seaworthy.simulate.outcome.OutcomeCodes;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes the comment: a verdict, a sentence for each thing to know, and all else folded. */
final class MarkdownReport implements Report {

  /** Comments have a limit, and readers too. */
  private static final int MOST_ROWS = 200;

  private final PrintWriter out;
  private final ReportContext context;
  private final List<Diagnostic> problems = new ArrayList<>();
  private Optional<SimulationReport> simulated = Optional.empty();

  MarkdownReport(PrintWriter out, ReportContext context) {
    this.out = out;
    this.context = context;
  }

  @Override
  public void file(FileReport file) {
    problems.addAll(file.diagnostics());
  }

  @Override
  public void simulated(SimulationReport simulation) {
    simulated = Optional.of(simulation);
    problems.addAll(simulation.problems());
  }

  @Override
  public void end(Tally tally) {
    Optional<ImpactReport> impact = simulated.flatMap(SimulationReport::impact);
    out.print("### " + verdict(impact.isPresent()) + "\n\n");
    impact.map(ImpactReport::summary).orElse(List.of()).forEach(this::item);
    simulated.map(SimulationReport::conclusion).orElse(List.of()).forEach(this::item);
    out.println();
    impact.ifPresent(this::tell);
    tellProblems();
    simulated.ifPresent(simulation -> {
      out.println(Markdown.folded("Pods in the end", Markdown.block(simulation.shown())));
      out.println(Markdown.folded("What happened", Markdown.block(simulation.timeline())));
    });
    out.print("<sub>" + "seaworthy dry-run, Kubernetes " + Markdown.text(context.kubernetes())
        + ", in virtual time</sub>\n");
  }

  private String verdict(boolean isChange) {
    String what = isChange ? "Merging this" : "Applying this";
    long errors = problems.stream().filter(context::isFailure).count();
    if (errors == 0) {
      if (warnsOf(OutcomeCodes.DATA_LOST)) {
        return "⚠️ " + what + " loses data";
      }
      return warnsOf(OutcomeCodes.SHORT)
          ? "⚠️ " + what + " takes pods away for a while"
          : "✅ " + what + " goes well";
    }
    return "❌ " + what + " does not go well: " + (errors == 1 ? "1 problem" : errors + " problems");
  }

  private boolean warnsOf(String code) {
    return problems.stream()
        .anyMatch(problem ->
            problem.code().equals(code) && problem.severity().isAtLeast(Severity.WARNING));
  }

  private void item(String sentence) {
    out.print("- " + Markdown.text(sentence) + "\n");
  }

  private void tell(ImpactReport impact) {
    for (ChangedWorkload workload : impact.workloads()) {
      out.println(Markdown.folded(title(workload), moves(workload)));
    }
    List<ChangedObject> objects = impact.objects().stream()
        .filter(object -> !object.fate().equals("unchanged"))
        .toList();
    if (!objects.isEmpty()) {
      String table = table(
          List.of("object", "is", "fields"),
          objects.stream().map(MarkdownReport::row).toList());
      out.println(Markdown.folded("Objects that change: " + objects.size(), table));
    }
  }

  private static String title(ChangedWorkload workload) {
    return workload.name() + ": available " + workload.lowest() + " of " + workload.desired()
        + " at the least (floor " + workload.floor() + "), "
        + workload.took().map(time -> "done after " + DurationWords.of(time)).orElse("not done");
  }

  private static String moves(ChangedWorkload workload) {
    StringBuilder text = new StringBuilder();
    workload
        .reasons()
        .forEach(
            reason -> text.append("- because of ").append(Markdown.code(reason)).append('\n'));
    List<List<String>> moves = workload.moves().stream()
        .map(move -> List.of(
            DurationWords.of(move.at()),
            Markdown.text(move.pod()) + (move.old() ? " (old)" : ""),
            Markdown.text(move.what()),
            Markdown.text(move.node())))
        .toList();
    return text + "\n" + table(List.of("after", "pod", "", "node"), moves);
  }

  private static List<String> row(ChangedObject object) {
    List<String> fields = object.fields().stream().map(Markdown::code).toList();
    String told =
        object.words().isEmpty() ? String.join("<br>", fields) : Markdown.text(object.words());
    return List.of(Markdown.text(object.name()), object.fate(), told);
  }

  /** As many rows as a reader may want to see, and how many there are beside them. */
  private static String table(List<String> titles, List<List<String>> rows) {
    StringBuilder table = new StringBuilder(Markdown.row(titles))
        .append('|')
        .append(" --- |".repeat(titles.size()))
        .append('\n');
    rows.stream().limit(MOST_ROWS).forEach(row -> table.append(Markdown.row(row)));
    int more = rows.size() - MOST_ROWS;
    return more > 0
        ? table.append("\nand ").append(more).append(" more\n").toString()
        : table.toString();
  }

  private void tellProblems() {
    List<Diagnostic> told =
        problems.stream().filter(each -> each.severity() != Severity.INFO).toList();
    if (told.isEmpty()) {
      return;
    }
    List<List<String>> rows = told.stream()
        .map(each -> List.of(
            each.severity().word(),
            Markdown.code(place(each.place())),
            Markdown.text(each.message())
                + each.remedy().map(remedy -> "<br>" + Markdown.text(remedy)).orElse("")))
        .toList();
    out.println(
        Markdown.folded("Problems: " + told.size(), table(List.of("", "where", "what"), rows)));
  }

  private static String place(Location place) {
    return place.hasLine() ? place.file() + ":" + place.line() : place.file();
  }
}
