package dev.seaworthy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What the README and the walk show is what the commands print. */
class ReadmeTest {

  private static final Path ROOT = Path.of("..");
  private static final Pattern SESSION =
      Pattern.compile("```console\n\\$ \\./seaworthy ([^\n]*)\n(.*?)```", Pattern.DOTALL);

  @TestFactory
  Stream<DynamicTest> showsWhatTheCommandsPrint() throws IOException {
    return sessionsOf("README.md");
  }

  @TestFactory
  Stream<DynamicTest> theWalkShowsWhatTheCommandsPrint() throws IOException {
    return sessionsOf("docs/walk.md");
  }

  private static Stream<DynamicTest> sessionsOf(String page) throws IOException {
    Matcher sessions = SESSION.matcher(Files.readString(ROOT.resolve(page)));
    return sessions
        .results()
        .map(session -> DynamicTest.dynamicTest(
            session.group(1),
            () -> assertThat(printed(session.group(1))).isEqualTo(session.group(2))));
  }

  /** The README is read in the project's root, the test runs below it. */
  private static String printed(String command) {
    String[] arguments = command.replace(" examples/", " ../examples/").split(" ");
    return Run.of(arguments).out().replace("../examples/", "examples/");
  }
}
