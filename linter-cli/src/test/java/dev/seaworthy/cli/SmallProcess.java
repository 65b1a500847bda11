package dev.seaworthy.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The command in a process of its own, with no more memory than {@link #HEAP}. */
final class SmallProcess {

  private static final String HEAP = "-Xmx256m";

  /** Far more than it needs: whoever waits longer waits for ever. */
  private static final long MOST_SECONDS = 900;

  private final Path folder;
  private @Nullable Path standardOutput;

  /** Runs in {@code folder}, where it leaves what was printed. */
  SmallProcess(Path folder) {
    this.folder = folder;
  }

  /** Standard output goes to {@code device}. */
  SmallProcess printingTo(Path device) {
    standardOutput = device;
    return this;
  }

  /** Runs it to its end. */
  Run run(String... args) throws IOException, InterruptedException {
    return end(start(args));
  }

  Process start(String... args) throws IOException {
    List<String> command = new ArrayList<>(List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        HEAP,
        "-cp",
        classPath(),
        Main.class.getName()));
    command.addAll(List.of(args));
    return new ProcessBuilder(command)
        .directory(folder.toFile())
        .redirectOutput((standardOutput == null ? out() : standardOutput).toFile())
        .redirectError(err().toFile())
        .start();
  }

  Run end(Process process) throws IOException, InterruptedException {
    if (!process.waitFor(MOST_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new AssertionError("it does not end");
    }
    String printed = standardOutput == null ? read(out()) : "";
    return new Run(process.exitValue(), printed, read(err()));
  }

  private Path out() {
    return folder.resolveSibling(folder.getFileName() + ".out");
  }

  private Path err() {
    return folder.resolveSibling(folder.getFileName() + ".err");
  }

  private static String read(Path file) throws IOException {
    return Files.readString(file, StandardCharsets.UTF_8);
  }

  /** The build names the real one where it passes on a jar that only lists it. */
  private static String classPath() {
    return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
  }
}
