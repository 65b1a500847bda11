package dev.seaworthy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * What a person sees, to the letter: each file in {@code golden} is a command and all that it prints.
 * {@code -Dgolden=update} writes them anew; a new one starts as the line with the command.
 */
class GoldenOutputTest {

  private static final Path FOLDER = Path.of("src/test/resources/golden");
  private static final String PROMPT = "$ seaworthy ";

  @TestFactory
  Stream<DynamicTest> printsWhatTheFileShows() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      List<Path> sorted = files.sorted().toList();
      return sorted.stream()
          .map(file -> DynamicTest.dynamicTest(
              file.getFileName().toString(), () -> holds(file, Files.readString(file))));
    }
  }

  private static void holds(Path file, String shown) throws IOException {
    String command = shown.lines().findFirst().orElse("").substring(PROMPT.length());
    String printed = PROMPT + command + "\n" + output(command);
    if ("update".equals(System.getProperty("golden"))) {
      Files.writeString(file, printed);
    }
    assertThat(printed).isEqualTo(Files.readString(file));
  }

  /** Paths are written as from the project's root; the test runs below it. */
  private static String output(String command) {
    Run run = Run.of(command.replace(" examples/", " ../examples/").split(" "));
    String all = run.out() + run.err() + "exit status " + run.status() + "\n";
    return all.replace("../examples/", "examples/");
  }
}
