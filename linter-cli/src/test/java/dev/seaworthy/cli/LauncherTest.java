package dev.seaworthy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The script that starts Java, with a stand-in for Java that tells what it was given. */
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {

  @TempDir
  Path clone;

  /** The first file that Java opens would else be read as standard input. */
  @ParameterizedTest
  @CsvSource({"<&-, read:", "</dev/null, read:", "<input, read:hello"})
  void javaNeverStartsWithoutStandardInput(String redirection, String told) throws Exception {
    Files.copy(Path.of("../seaworthy"), clone.resolve("seaworthy"));
    write("input", "hello");
    write(".seaworthy/current", "app\n");
    write(".seaworthy/app/seaworthy.jar", "");
    write("jdk/release", "JAVA_VERSION=\"17.0.1\"\n");
    write("jdk/bin/java", "#!/bin/sh\nprintf 'read:' && cat\n").toFile().setExecutable(true);

    assertThat(run("JAVA_HOME=$PWD/jdk sh ./seaworthy lint - " + redirection)).isEqualTo(told);
  }

  private Path write(String name, String text) throws IOException {
    Path file = clone.resolve(name);
    Files.createDirectories(file.resolveSibling("."));
    return Files.writeString(file, text);
  }

  private String run(String command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder("sh", "-c", command)
        .directory(clone.toFile())
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isZero();
    return out;
  }
}
