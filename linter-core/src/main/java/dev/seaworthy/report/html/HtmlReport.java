package dev.seaworthy.report.html;

import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.report.FileReport;
import dev.seaworthy.report.ImpactReport;
import dev.seaworthy.report.Report;
import dev.seaworthy.report.ReportContext;
import dev.seaworthy.report.SimulationReport;
import dev.seaworthy.report.Tally;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes the page when all is known: verdict, pictures, nodes, problems, events. */
final class HtmlReport implements Report {

  /** A page may show its own style and nothing else: whatever data becomes, it cannot act. */
  private static final String POLICY = "default-src 'none'; style-src 'unsafe-inline'";

  private final Html html;
  private final ReportContext context;
  private final List<Diagnostic> problems = new ArrayList<>();
  private Optional<SimulationReport> simulated = Optional.empty();

  HtmlReport(Html html, ReportContext context) {
    this.html = html;
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
    boolean isGood = problems.stream().noneMatch(context::isFailure);
    html.begin("html", "lang", "en").begin("head");
    html.single("meta", "charset", "utf-8")
        .single("meta", "http-equiv", "Content-Security-Policy", "content", POLICY)
        .single("meta", "name", "viewport", "content", "width=device-width, initial-scale=1")
        .single("meta", "name", "color-scheme", "content", "light dark")
        .element("title", (isGood ? "✓" : "✗") + " seaworthy dry-run")
        .style(sheet())
        .end();
    html.begin("body").begin("main");
    html.begin("header").element("h1", "seaworthy dry-run", "class", isGood ? "good" : "bad");
    sentences();
    html.end();
    simulated
        .flatMap(SimulationReport::picture)
        .ifPresent(picture -> new PicturePage(html, picture).write());
    problems();
    simulated.ifPresent(this::rest);
    html.element(
        "footer",
        "Kubernetes " + context.kubernetes() + ", played in virtual time by" + " Seaworthy "
            + context.version());
    html.end().end().end();
  }

  private void sentences() {
    Optional<ImpactReport> impact = simulated.flatMap(SimulationReport::impact);
    html.begin("ul", "class", "verdict");
    impact.ifPresent(
        change -> change.summary().forEach(each -> html.element("li", "The change: " + each)));
    simulated.ifPresent(
        simulation -> simulation.conclusion().forEach(each -> html.element("li", each)));
    html.end();
  }

  private void problems() {
    if (problems.isEmpty()) {
      return;
    }
    html.begin("section").element("h2", "Problems and remarks").begin("ul", "class", "problems");
    for (Diagnostic problem : problems) {
      html.begin("li", "class", problem.severity().word())
          .element("b", problem.severity().word())
          .text(" " + problem.message() + " ")
          .element("code", problem.place().toString());
      problem.remedy().ifPresent(remedy -> html.element("div", remedy, "class", "remedy"));
      html.end();
    }
    html.end().end();
  }

  private void rest(SimulationReport simulation) {
    folded("Pods in the end", simulation.shown());
    folded("What happened", simulation.timeline());
  }

  private void folded(String title, String lines) {
    html.begin("details").element("summary", title).element("pre", lines).end();
  }

  private static String sheet() {
    try (InputStream in = HtmlReport.class.getResourceAsStream("page.css")) {
      if (in == null) {
        throw new IOException("no resource page.css");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
