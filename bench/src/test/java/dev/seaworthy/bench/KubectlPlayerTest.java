package dev.seaworthy.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs a stand-in for the server and one for {@code play.py}. */
class KubectlPlayerTest {

  private static final String SERVER = "sh -c 'echo here > \"$KUBECONFIG\"; sleep 60'";

  @TempDir
  Path folder;

  @BeforeEach
  void needsPythonAndBash() throws Exception {
    assumeTrue(runs("python3", "--version"));
    assumeTrue(runs("bash", "--version"));
  }

  private static boolean runs(String... command) throws InterruptedException {
    try {
      return new ProcessBuilder(command).start().waitFor() == 0;
    } catch (IOException absent) {
      return false;
    }
  }

  @Test
  void tellsWhichStepsCameOutWrong() throws IOException {
    KubectlPlayer.Played played = play(SERVER, """
        print('tides step 2 out: kubectl get pods')
        print('-recorded')
        print('+played')
        print('tides step 11 exit: kubectl delete pod x')
        exit(1)
        """);

    assertThat(played.failure()).isEmpty();
    assertThat(played.wrongAt(1)).isEmpty();
    assertThat(played.wrongAt(2).orElseThrow()).contains("-recorded\n+played");
    assertThat(played.wrongAt(11)).isPresent();
  }

  @Test
  void tellsThatAllStepsCameOutAsRecorded() throws IOException {
    KubectlPlayer.Played played = play(SERVER, "exit(0)");

    assertThat(played.wrongAt(1)).isEmpty();
  }

  @Test
  void aPlayerThatBreaksAgreesInNoStep() throws IOException {
    KubectlPlayer.Played played = play(SERVER, "raise RuntimeError('no cluster')");

    assertThat(played.wrongAt(1).orElseThrow()).contains("no cluster");
  }

  @Test
  void aServerThatDoesNotComeUpAgreesInNoStep() throws IOException {
    KubectlPlayer.Played played = play("sh -c 'echo out of luck; exit 3'", "exit(0)");

    assertThat(played.wrongAt(1).orElseThrow()).contains("out of luck");
  }

  private KubectlPlayer.Played play(String server, String script) throws IOException {
    Path player = Files.writeString(folder.resolve("play.py"), script);
    return new KubectlPlayer(server).play(player, folder.resolve("tides"));
  }
}
