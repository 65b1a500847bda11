package dev.seaworthy.project;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Asks git itself, which is there wherever a hook runs: it knows every form of repository and heeds
 * what it tells its hooks in the environment. It fetches nothing and starts nothing of the
 * repository's own.
 */
final class GitCommand {

  private GitCommand() {}

  /** Starts git in {@code folder}; what it says of failures is thrown away. */
  static Process start(Path folder, List<String> arguments) throws IOException {
    return builder(folder, arguments)
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  /** What git prints: texts that each end with a zero byte. */
  static List<String> list(Path folder, String... arguments) throws IOException {
    Process git = builder(folder, List.of(arguments)).redirectErrorStream(true).start();
    git.getOutputStream().close();
    String output;
    try (InputStream out = git.getInputStream()) {
      output = new String(out.readAllBytes(), StandardCharsets.UTF_8);
    }
    if (status(git) != 0) {
      throw new IOException(output.strip());
    }
    return output.isEmpty() ? List.of() : List.of(output.split("\0"));
  }

  private static ProcessBuilder builder(Path folder, List<String> arguments) {
    List<String> command = new ArrayList<>(List.of("git", "-c", "core.fsmonitor=false"));
    command.addAll(arguments);
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(folder.toAbsolutePath().toFile());
    builder.environment().putAll(Map.of("GIT_NO_LAZY_FETCH", "1", "GIT_OPTIONAL_LOCKS", "0"));
    return builder;
  }

  private static int status(Process git) {
    try {
      return git.waitFor();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return -1;
    }
  }
}
