package dev.seaworthy.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.seaworthy.Input;
import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.diagnostic.Location;
import dev.seaworthy.diagnostic.Severity;
import java.io.StringReader;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

/** JUnit's XML, as strict readers want it: see {@code junit.xsd} beside this test. */
class JunitReportTest {

  private static final String TWO = """
      {apiVersion: v1, kind: ConfigMap, metadata: {name: right, namespace: team}}
      ---
      {apiVersion: v1, kind: ConfigMap, metadata: {name: Wrong}}
      """;

  @Test
  void aFileIsASuiteAndAnObjectATest() {
    Document report = parsed(Printed.lint("junit", Input.text("a.yaml", TWO)));

    Element suite = element(report, "testsuite", 0);
    assertThat(suite.getAttribute("name")).isEqualTo("a.yaml");
    assertThat(suite.getAttribute("tests")).isEqualTo("2");
    assertThat(suite.getAttribute("failures")).isEqualTo("1");
    assertThat(element(report, "testcase", 0).getAttribute("name"))
        .isEqualTo("ConfigMap team/right");
    Element failure = element(report, "failure", 0);
    assertThat(((Element) failure.getParentNode()).getAttribute("name"))
        .isEqualTo("ConfigMap Wrong");
    assertThat(failure.getAttribute("type")).isEqualTo("api-rejected");
    assertThat(failure.getTextContent()).startsWith("a.yaml:3:");
  }

  @Test
  void aTextThatIsNoObjectFailsByTheNameOfItsFile() {
    Document report = parsed(Printed.lint("junit", Input.text("a.yaml", "a: [")));

    assertThat(element(report, "testcase", 0).getAttribute("name")).isEqualTo("a.yaml");
    assertThat(report.getElementsByTagName("failure").getLength()).isEqualTo(1);
  }

  @Test
  void whatCouldNotBeDoneIsAnError() {
    Document report = parsed(Printed.lint("junit", Input.paths("no-such-file.yaml")));

    assertThat(report.getElementsByTagName("error").getLength()).isEqualTo(1);
    assertThat(report.getDocumentElement().getAttribute("errors")).isEqualTo("1");
  }

  @Test
  void whatIsBelowTheThresholdIsOutputOfATestThatPasses() {
    Diagnostic remark = diagnostic(Severity.WARNING, "is a pity");

    Document report = parsed(Printed.of("junit", "a.yaml", "", remark));

    assertThat(report.getElementsByTagName("failure").getLength()).isZero();
    assertThat(element(report, "system-out", 0).getTextContent()).contains("is a pity");
  }

  @Test
  void whatFailsAndWhatIsRemarkedAreToldApartAndInOrder() {
    Document report = parsed(Printed.of(
        "junit",
        "a.yaml",
        "",
        diagnostic(Severity.ERROR, "first"),
        diagnostic(Severity.WARNING, "second"),
        diagnostic(Severity.ERROR, "third")));

    assertThat(element(report, "failure", 0).getTextContent())
        .containsSubsequence("first", "third")
        .doesNotContain("second");
    assertThat(element(report, "system-out", 0).getTextContent())
        .contains("second")
        .doesNotContain("first", "third");
  }

  @Test
  void noTextOfAFileBreaksTheForm() {
    String hostile = "]]> & \"<x>\" \u0000\u001B[31m\uFFFE\n\ud83e 🦀";

    Document report =
        parsed(Printed.of("junit", "a&<\".yaml", "", diagnostic(Severity.ERROR, hostile)));

    assertThat(element(report, "failure", 0).getAttribute("message"))
        .isEqualTo("]]> & \"<x>\" \\x00\\x1b[31m\\xfffe\n\\xd83e 🦀");
    assertThat(element(report, "testsuite", 0).getAttribute("name")).isEqualTo("a&<\".yaml");
  }

  private static Diagnostic diagnostic(Severity severity, String message) {
    return Diagnostic.of("some-rule", severity, message, new Location("a.yaml", 1, 1, 1, 2));
  }

  private static Element element(Document report, String name, int index) {
    return (Element) report.getElementsByTagName(name).item(index);
  }

  /** The report, which fits the schema. */
  private static Document parsed(String xml) {
    assertThatCode(() -> SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
            .newSchema(JunitReportTest.class.getResource("junit.xsd"))
            .newValidator()
            .validate(new StreamSource(new StringReader(xml))))
        .doesNotThrowAnyException();
    try {
      return DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .parse(new InputSource(new StringReader(xml)));
    } catch (Exception broken) {
      throw new AssertionError(xml, broken);
    }
  }
}
