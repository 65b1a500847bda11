package dev.seaworthy.simulate.scenario.verb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.manifest.ManifestReader;
import dev.seaworthy.manifest.Reading;
import dev.seaworthy.simulate.scenario.language.ScenarioFile;
import dev.seaworthy.simulate.scenario.language.Verb;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every verb keeps its example's word, has a name of its own, and is in the reference. */
class VerbsTest {

  private static final Path REFERENCE = Path.of("../docs/reference/scenario-steps.md");

  @TestFactory
  Stream<DynamicTest> canReadItsOwnExample() {
    return Verbs.all().stream()
        .flatMap(verb -> verb.names().stream()
            .map(name -> DynamicTest.dynamicTest(
                name, () -> assertThat(problemsOf(name, verb.example())).isEmpty())));
  }

  private static List<String> problemsOf(String name, String example) {
    String text = "steps: [{" + name + ": " + example + "}]";
    Reading reading =
        new ManifestReader().readValues("test.yaml", text.getBytes(StandardCharsets.UTF_8));
    return ScenarioFile.of("test.yaml", reading, Verbs.all()).problems().stream()
        .map(problem -> problem.message())
        .toList();
  }

  @Test
  void noTwoHaveOneName() {
    assertThat(Verbs.all().stream().flatMap(verb -> verb.names().stream())).doesNotHaveDuplicates();
  }

  /** Rewritten by {@code -Dgolden=update}. */
  @Test
  void areDescribedInTheReference() throws IOException {
    String text = reference();
    if ("update".equals(System.getProperty("golden"))) {
      Files.createDirectories(REFERENCE.getParent());
      Files.writeString(REFERENCE, text);
    }
    assertThat(Files.readString(REFERENCE)).isEqualTo(text);
  }

  private static String reference() {
    return Verbs.all().stream()
        .sorted(Comparator.comparing(verb -> verb.names().get(0)))
        .map(VerbsTest::section)
        .collect(Collectors.joining("\n", """
            # Steps of a scenario

            Generated from the verbs; do not edit. A step is a map with one key, the verb. `of`, `selector`,
            `name`, `node`, `index`, `phase`, `deleting` and `pick` say which pods a step is about; `pick`
            counts from 1 in the order in which they were made.

            """, ""));
  }

  private static String section(Verb verb) {
    String names = verb.names().stream().map(n -> "`" + n + "`").collect(Collectors.joining(", "));
    return """
        ## %s

        %s

        ```yaml
        - %s: %s
        ```
        """.formatted(names, verb.description(), verb.names().get(0), verb.example());
  }
}
