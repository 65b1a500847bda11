package dev.seaworthy.report.junit;

import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.diagnostic.Diagnostic.Subject;
import dev.seaworthy.judge.Notes;
import dev.seaworthy.judge.Problems;
import dev.seaworthy.report.FileReport;
import dev.seaworthy.report.ObjectReport;
import dev.seaworthy.report.Report;
import dev.seaworthy.report.ReportContext;
import dev.seaworthy.report.ScenarioReport;
import dev.seaworthy.report.SimulationReport;
import dev.seaworthy.report.Tally;
import dev.seaworthy.report.junit.TestSuite.TestCase;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A suite for each file, a test for each object in it. Diagnostics below the threshold of failure are
 * output of a test that passes; where the work could not be done, the test has an error.
 */
final class JunitReport implements Report {

  private final PrintWriter out;
  private final ReportContext context;
  private final List<TestSuite> suites = new ArrayList<>();

  JunitReport(PrintWriter out, ReportContext context) {
    this.out = out;
    this.context = context;
  }

  @Override
  public void file(FileReport file) {
    if (file.isPassedOver()) {
      return;
    }
    Map<String, List<Diagnostic>> byTest = new LinkedHashMap<>();
    for (ObjectReport object : file.objects()) {
      byTest.put(nameOf(object.subject()), new ArrayList<>());
    }
    List<Diagnostic> all = new ArrayList<>(file.diagnostics());
    all.addAll(file.notes());
    add(file.name(), all, byTest);
  }

  @Override
  public void simulated(SimulationReport simulation) {
    add(context.question().command(), simulation.problems(), new LinkedHashMap<>());
  }

  /** A suite a folder, a test a story. */
  @Override
  public void played(ScenarioReport scenario) {
    int slash = scenario.file().lastIndexOf('/');
    String folder = slash < 0 ? "." : scenario.file().substring(0, slash);
    int last = suites.size() - 1;
    TestCase test = testCase(scenario.name(), scenario.problems());
    if (last >= 0 && suites.get(last).name().equals(folder)) {
      List<TestCase> cases = new ArrayList<>(suites.get(last).cases());
      cases.add(test);
      suites.set(last, new TestSuite(folder, cases));
    } else {
      suites.add(new TestSuite(folder, List.of(test)));
    }
  }

  private void add(String name, List<Diagnostic> all, Map<String, List<Diagnostic>> byTest) {
    for (Diagnostic diagnostic : all) {
      String test = diagnostic.subject().map(JunitReport::nameOf).orElse(name);
      byTest.computeIfAbsent(test, key -> new ArrayList<>()).add(diagnostic);
    }
    if (byTest.isEmpty()) {
      byTest.put(name, List.of());
    }
    List<TestCase> cases = new ArrayList<>();
    byTest.forEach((test, diagnostics) -> cases.add(testCase(test, diagnostics)));
    suites.add(new TestSuite(name, cases));
  }

  private static String nameOf(Subject subject) {
    String namespace = subject.namespace().isEmpty() ? "" : subject.namespace() + "/";
    return subject.kind() + " " + namespace + subject.name();
  }

  private TestCase testCase(String name, List<Diagnostic> diagnostics) {
    List<Diagnostic> errors = new ArrayList<>();
    List<Diagnostic> failures = new ArrayList<>();
    List<Diagnostic> remarks = new ArrayList<>();
    for (Diagnostic each : diagnostics) {
      boolean isError = Problems.isFailure(each);
      List<Diagnostic> fitting = isError ? errors : isFailure(each) ? failures : remarks;
      fitting.add(each);
    }
    return new TestCase(name, errors, failures, remarks);
  }

  private boolean isFailure(Diagnostic diagnostic) {
    return !Notes.CODES.contains(diagnostic.code())
        && context.failOn().filter(diagnostic.severity()::isAtLeast).isPresent();
  }

  @Override
  public void end(Tally tally) {
    XmlWriter xml = new XmlWriter(out);
    xml.begin("testsuites")
        .attribute("name", "seaworthy " + context.question().command())
        .attribute(
            "tests", suites.stream().mapToInt(suite -> suite.cases().size()).sum())
        .attribute("failures", suites.stream().mapToLong(TestSuite::failures).sum())
        .attribute("errors", suites.stream().mapToLong(TestSuite::errors).sum());
    suites.forEach(suite -> suite.write(xml));
    xml.end();
  }
}
