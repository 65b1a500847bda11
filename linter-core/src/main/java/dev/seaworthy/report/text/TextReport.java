package dev.seaworthy.report.text;

import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.diagnostic.SourceText;
import dev.seaworthy.manifest.ProblemCode;
import dev.seaworthy.report.Detail;
import dev.seaworthy.report.FileReport;
import dev.seaworthy.report.Grouping;
import dev.seaworthy.report.Question;
import dev.seaworthy.report.Report;
import dev.seaworthy.report.ReportContext;
import dev.seaworthy.report.SimulationReport;
import dev.seaworthy.report.Tally;
import dev.seaworthy.report.yaml.YamlText;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What was found, as it comes; then what a cluster did, or a last line that sums up. */
final class TextReport implements Report {

  private final PrintWriter out;

  /**
   * What was found before anything is played; a person who asks for a play is told first what it
   * came to.
   */
  private final StringWriter held = new StringWriter();

  private final PrintWriter findings;
  private final ReportContext context;
  private final Palette palette;
  private final DiagnosticText text;
  private final GroupedFindings grouped;

  /** What was not judged is told once a kind; the last line counts the objects. */
  private final Set<String> told = new HashSet<>();

  /** Texts that problems of a simulation may quote from. */
  private final Map<String, SourceText> sources = new HashMap<>();

  TextReport(PrintWriter out, ReportContext context) {
    this.out = out;
    this.context = context;
    this.findings = context.question() == Question.DRY_RUN && context.detail() != Detail.BRIEF
        ? new PrintWriter(held)
        : out;
    this.palette = context.coloured() ? Palette.COLOURED : Palette.PLAIN;
    this.text = new DiagnosticText(palette);
    this.grouped = new GroupedFindings(context.grouping(), text, palette);
  }

  @Override
  public void file(FileReport file) {
    if (context.grouping() != Grouping.FILE) {
      grouped.add(file);
    } else if (context.question() == Question.LINT && context.detail() != Detail.BRIEF) {
      PlaceGroups.of(file.diagnostics())
          .forEach(group -> findings.print(text.write(group, file.source())));
    } else {
      file.diagnostics().forEach(each -> print(each, file.source(), findings));
    }
    file.notes().stream()
        .filter(note -> context.detail() != Detail.BRIEF && isShown(note))
        .forEach(note -> findings.print(note(note, file.source())));
    if (context.detail() == Detail.FULL) {
      file.objects().forEach(object -> findings.println(AnswerLine.of(file, object)));
    }
    file.objects().forEach(object -> object.answer().result().ifPresent(this::result));
    if (context.question() == Question.DRY_RUN) {
      sources.put(file.name(), file.source());
    }
  }

  private void result(String json) {
    findings.println("---");
    findings.print(YamlText.of(json));
  }

  /** In full, or if what to do was said of another kind before, in a line. */
  private String note(Diagnostic note, SourceText source) {
    boolean isNew = note.remedy().filter(remedy -> !told.add(remedy)).isEmpty();
    return isNew && ProblemCode.of(note.code()).isEmpty()
        ? text.write(note, source)
        : text.headline(note) + "\n\n";
  }

  @Override
  public void simulated(SimulationReport simulation) {
    sources.putAll(simulation.sources());
    if (context.detail() != Detail.BRIEF) {
      simulation.impact().ifPresent(impact -> impact.summary().forEach(this::tellChange));
      simulation.conclusion().forEach(each -> out.println(VisibleLine.safe(each)));
      out.println();
      boolean isFull = context.detail() == Detail.FULL;
      printIfAny(isFull ? simulation.everything() : simulation.timeline());
      printIfAny(simulation.shown());
    } else {
      simulation.answers().forEach(each -> out.println(VisibleLine.safe(each)));
    }
    findings.flush();
    out.print(held);
    simulation.problems().forEach(problem -> print(problem, sourceOf(problem), out));
  }

  /** Where nothing was played there is nothing to see of it. */
  private void printIfAny(String lines) {
    if (!lines.isEmpty()) {
      out.println(VisibleLine.safeLines(lines));
    }
  }

  private void tellChange(String sentence) {
    out.println(palette.bold("The change:") + " " + VisibleLine.safe(sentence));
  }

  private void print(Diagnostic diagnostic, SourceText source, PrintWriter to) {
    if (context.detail() == Detail.BRIEF) {
      to.println(text.headline(diagnostic));
    } else {
      to.print(text.write(diagnostic, source));
    }
  }

  /** What was passed over is only counted if nobody asks; a kind that is not known is told once. */
  private boolean isShown(Diagnostic note) {
    return ProblemCode.of(note.code()).isPresent()
        ? context.listingNotes()
        : told.add(note.message());
  }

  private String hint() {
    return context.listingNotes() ? "" : " (--not-kubernetes note tells which)";
  }

  private SourceText sourceOf(Diagnostic problem) {
    String file = problem.place().file();
    return sources.getOrDefault(file, new SourceText(file, new byte[0]));
  }

  @Override
  public void end(Tally tally) {
    grouped.print(out);
    if (context.detail() == Detail.BRIEF) {
      Summary.unjudged(tally).ifPresent(out::println);
      return;
    }
    Summary.passedOver(tally).ifPresent(notes -> out.println(notes + hint()));
    if (context.question() != Question.DRY_RUN) {
      out.println(Summary.of(tally, context.kubernetes(), palette));
      Summary.unbuilt(tally, context.question().command()).ifPresent(out::println);
    }
    if (context.question() == Question.LINT) {
      NextSteps.after(tally).ifPresent(out::println);
    }
  }
}
