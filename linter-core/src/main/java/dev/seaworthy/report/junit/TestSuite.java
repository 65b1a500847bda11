package dev.seaworthy.report.junit;

import dev.seaworthy.diagnostic.Diagnostic;
import java.util.List;
import java.util.stream.Collectors;

/** What became of a file, in JUnit's words. */
record TestSuite(String name, List<TestCase> cases) {

  /**
   * What became of an object, or of a file as a whole.
   *
   * @param errors what kept the work from being done
   * @param failures what is grave enough to fail
   * @param remarks what else there is to say
   */
  record TestCase(
      String name, List<Diagnostic> errors, List<Diagnostic> failures, List<Diagnostic> remarks) {

    /** A test has one verdict: an error hides failures, as in JUnit itself. */
    private boolean fails() {
      return errors.isEmpty() && !failures.isEmpty();
    }

    private void write(XmlWriter xml, String file) {
      xml.begin("testcase").attribute("name", name).attribute("classname", file);
      if (!errors.isEmpty()) {
        verdict(xml, "error", errors);
      } else if (!failures.isEmpty()) {
        verdict(xml, "failure", failures);
      }
      if (!remarks.isEmpty()) {
        xml.begin("system-out").end(text(remarks));
      }
      xml.end();
    }

    private static void verdict(XmlWriter xml, String element, List<Diagnostic> diagnostics) {
      Diagnostic first = diagnostics.get(0);
      String more = diagnostics.size() == 1 ? "" : " (and " + (diagnostics.size() - 1) + " more)";
      xml.begin(element)
          .attribute("message", first.message() + more)
          .attribute("type", first.code())
          .end(text(diagnostics));
    }

    private static String text(List<Diagnostic> diagnostics) {
      return diagnostics.stream().map(TestCase::text).collect(Collectors.joining("\n"));
    }

    private static String text(Diagnostic diagnostic) {
      return diagnostic.place() + ": " + diagnostic.severity().word() + ": " + diagnostic.message()
          + " [" + diagnostic.code() + "]"
          + diagnostic.remedy().map(remedy -> "\n  remedy: " + remedy).orElse("");
    }
  }

  long failures() {
    return cases.stream().filter(TestCase::fails).count();
  }

  long errors() {
    return cases.stream().filter(test -> !test.errors().isEmpty()).count();
  }

  void write(XmlWriter xml) {
    xml.begin("testsuite")
        .attribute("name", name)
        .attribute("tests", cases.size())
        .attribute("failures", failures())
        .attribute("errors", errors());
    cases.forEach(test -> test.write(xml, name));
    xml.end();
  }
}
