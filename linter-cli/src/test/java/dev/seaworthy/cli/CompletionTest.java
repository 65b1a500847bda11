package dev.seaworthy.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shells themselves are asked what they would offer; one that is not installed is left out. */
class CompletionTest {

  @TempDir
  Path folder;

  @BeforeEach
  void aFolderWithAManifest() throws IOException {
    Files.writeString(folder.resolve("web.yaml"), "");
    for (String shell : List.of("bash", "zsh", "fish", "powershell")) {
      Files.writeString(
          folder.resolve("script." + shell), Run.of("completion", shell).out());
    }
  }

  @Test
  void bashOffersCommandsOptionsValuesAndFiles() throws Exception {
    assertThat(bash("seaworthy", "ru")).containsExactly("rules");
    assertThat(bash("seaworthy", "schema", "im")).containsExactly("import");
    assertThat(bash("seaworthy", "lint", "--prof")).containsExactly("--profile");
    assertThat(bash("seaworthy", "lint", "-k", "1.3")).contains("1.30", "1.37");
    assertThat(bash("seaworthy", "lint", "--references", "cl")).containsExactly("closed");
    assertThat(bash("seaworthy", "lint", "--enable", "image-tag-m")).contains("image-tag-mutable");
    assertThat(bash("seaworthy", "rules", "explain", "image-tag-m")).contains("image-tag-mutable");
    assertThat(bash("seaworthy", "lint", "-o", "sar")).containsExactly("sarif");
    assertThat(bash("seaworthy", "lint", "--fail-on", "=", "war")).containsExactly("warning");
    assertThat(bash("seaworthy", "lint", "we")).containsExactly("web.yaml");
    assertThat(bash("seaworthy", "lint", "-f", "we")).containsExactly("web.yaml");
    assertThat(bash("seaworthy", "explain", "we")).isEmpty();
    assertThat(bash("seaworthy", "completion", "po")).containsExactly("powershell");
  }

  @Test
  void fishOffersCommandsOptionsValuesAndFiles() throws Exception {
    assumeInstalled("fish");
    assertThat(fish("seaworthy ru")).containsExactly("rules");
    assertThat(fish("seaworthy schema im")).containsExactly("import");
    assertThat(fish("seaworthy lint --prof")).containsExactly("--profile");
    assertThat(fish("seaworthy lint -k 1.3")).contains("1.30", "1.37");
    assertThat(fish("seaworthy lint --references cl")).contains("closed");
    assertThat(fish("seaworthy rules explain image-tag-m")).contains("image-tag-mutable");
    assertThat(fish("seaworthy lint we")).containsExactly("web.yaml");
    assertThat(fish("seaworthy explain we")).isEmpty();
  }

  @Test
  void zshCompletesCommandsOptionsValuesAndFiles() throws Exception {
    assumeInstalled("zsh");
    assertThat(zsh("seaworthy ru", "rules")).contains("rules");
    assertThat(zsh("seaworthy schema im", "import")).contains("import");
    assertThat(zsh("seaworthy lint --references cl", "closed")).contains("closed");
    assertThat(zsh("seaworthy lint --profile=pod-security-b", "baseline")).contains("baseline");
    assertThat(zsh("seaworthy lint we", "web.yaml")).contains("web.yaml");
  }

  @Test
  void powerShellOffersCommandsOptionsAndValues() throws Exception {
    assumeInstalled("pwsh");
    assertThat(powerShell("seaworthy ru")).containsExactly("rules");
    assertThat(powerShell("seaworthy lint --prof")).containsExactly("--profile");
    assertThat(powerShell("seaworthy lint --references cl")).containsExactly("closed");
  }

  private List<String> bash(String... words) throws Exception {
    return run(
        "bash",
        "--norc",
        "-c",
        "source ./script.bash; COMP_WORDS=(" + String.join(" ", words) + "); COMP_CWORD="
            + (words.length - 1) + "; _seaworthy; printf '%s\\n' \"${COMPREPLY[@]}\"");
  }

  private List<String> fish(String line) throws Exception {
    return run("fish", "--no-config", "-c", "source ./script.fish; complete -C '" + line + "'")
        .stream()
        .map(each -> each.split("\t")[0])
        .toList();
  }

  /** Types the line and the tab key in a terminal, and waits for {@code awaited}. */
  private String zsh(String line, String awaited) throws Exception {
    String script = """
        zmodload zsh/zpty
        zpty shell 'zsh -f -i'
        zpty -w shell "autoload -Uz compinit; compinit -u -D; source ./script.zsh; echo re''ady"
        zpty -r shell before '*ready*'
        zpty -n -w shell $'%s\\t'
        zpty -r shell after '*%s*'
        print -r -- $after
        """.formatted(line, awaited);
    return String.join("\n", run("zsh", "-f", "-c", script));
  }

  private List<String> powerShell(String line) throws Exception {
    return run(
        "pwsh",
        "-NoProfile",
        "-Command",
        ". ./script.powershell; " + "(TabExpansion2 '" + line + "' " + line.length()
            + ").CompletionMatches.CompletionText");
  }

  private List<String> run(String... command) throws IOException, InterruptedException {
    Path output = folder.resolve("output");
    ProcessBuilder builder = new ProcessBuilder(command)
        .directory(folder.toFile())
        .redirectErrorStream(true)
        .redirectOutput(output.toFile());
    builder.environment().put("HOME", folder.toString());
    Process process = builder.start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return Files.readString(output, StandardCharsets.UTF_8)
        .lines()
        .filter(l -> !l.isBlank())
        .toList();
  }

  private static void assumeInstalled(String shell) {
    boolean found = List.of(System.getenv("PATH").split(":")).stream()
        .anyMatch(place -> Files.isExecutable(Path.of(place, shell)));
    assumeTrue(found, shell + " is not installed");
  }
}
