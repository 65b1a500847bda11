package dev.seaworthy.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Plays stories with a real {@code kubectl} against a server, a fresh one for each story, by the
 * corpus' own {@code play.py}. That needs {@code python3} with PyYAML and {@code kubectl} on the
 * path.
 *
 * @param serve a line for {@code bash} that starts a server with an empty cluster, which writes the
 *     way to it into the file {@code $KUBECONFIG} and serves until it is stopped
 */
record KubectlPlayer(String serve) {

  private static final Pattern WRONG = Pattern.compile("^\\S+ step (\\d+) (?:out|err|exit): .*");
  private static final long SECONDS_TO_START = 30;
  private static final long MINUTES_TO_PLAY = 10;

  /**
   * What came out.
   *
   * @param failure why the story could not be played to its end
   * @param wrong by step, where the output differs
   */
  record Played(Optional<String> failure, Map<Integer, String> wrong) {

    Optional<String> wrongAt(int step) {
      return failure.or(() -> Optional.ofNullable(wrong.get(step)));
    }
  }

  Played play(Path player, Path story) throws IOException {
    Path folder = Files.createTempDirectory("kubectl");
    Path config = folder.resolve("kubeconfig");
    ProcessBuilder command = new ProcessBuilder("bash", "-c", "exec " + serve);
    command.environment().put("KUBECONFIG", config.toString());
    Process server = command
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("server.log").toFile())
        .start();
    try {
      return isUp(server, config)
          ? playAgainst(config, player, story, folder.resolve("played"))
          : failed("the server did not come up: " + Files.readString(folder.resolve("server.log")));
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return failed("stopped");
    } finally {
      server.descendants().forEach(ProcessHandle::destroy);
      server.destroy();
    }
  }

  private static Played failed(String why) {
    return new Played(Optional.of(why), Map.of());
  }

  private static boolean isUp(Process server, Path config)
      throws IOException, InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS_TO_START);
    while (!Files.exists(config) || Files.size(config) == 0) {
      if (server.waitFor(100, TimeUnit.MILLISECONDS) || System.nanoTime() > end) {
        return false;
      }
    }
    return true;
  }

  private static Played playAgainst(Path config, Path player, Path story, Path output)
      throws IOException, InterruptedException {
    Process play = new ProcessBuilder(
            "python3",
            player.toAbsolutePath().toString(),
            story.toAbsolutePath().toString(),
            "--kubeconfig",
            config.toString())
        .redirectErrorStream(true)
        .redirectOutput(output.toFile())
        .start();
    if (!play.waitFor(MINUTES_TO_PLAY, TimeUnit.MINUTES)) {
      play.destroyForcibly();
      return failed("the story did not come to its end");
    }
    String text = Files.readString(output, StandardCharsets.UTF_8);
    Map<Integer, String> wrong = wrongSteps(text);
    boolean played = play.exitValue() == 0 || play.exitValue() == 1 && !wrong.isEmpty();
    return played ? new Played(Optional.empty(), wrong) : failed(text);
  }

  private static Map<Integer, String> wrongSteps(String text) {
    Map<Integer, String> wrong = new TreeMap<>();
    int step = 0;
    for (String line : text.lines().toList()) {
      Matcher head = WRONG.matcher(line);
      step = head.matches() ? Integer.parseInt(head.group(1)) : step;
      wrong.merge(step, line + "\n", String::concat);
    }
    wrong.remove(0);
    return wrong;
  }
}
