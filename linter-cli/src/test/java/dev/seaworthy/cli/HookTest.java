package dev.seaworthy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pre-commit hook's options, as a hook of a real git repository runs them on a commit. */
class HookTest {

  private static final String REFUSED =
      "{apiVersion: v1, kind: ConfigMap, metadata: {name: web}, dta: {}}";

  @TempDir
  Path repository;

  @Test
  void aRefusedManifestStopsTheCommit() throws Exception {
    givenRepositoryWithHook();
    Files.writeString(repository.resolve("web.yaml"), REFUSED);

    assertThat(commit()).contains("dta is not a field of ConfigMap");
    assertThat(git("rev-list", "--all", "--count").strip()).isEqualTo("0");
  }

  @Test
  void aGoodManifestIsCommitted() throws Exception {
    givenRepositoryWithHook();
    Files.writeString(repository.resolve("web.yaml"), REFUSED.replace("dta", "data"));

    commit();

    assertThat(git("rev-list", "--all", "--count").strip()).isEqualTo("1");
  }

  private void givenRepositoryWithHook() throws Exception {
    git("init", "--quiet");
    Path hook = repository.resolve(".git/hooks/pre-commit");
    Files.createDirectories(hook.getParent());
    Files.writeString(hook, """
        #!/bin/sh
        exec "%s" -cp "%s" dev.seaworthy.cli.Main %s $(git diff --cached --name-only)
        """.formatted(
            Path.of(System.getProperty("java.home"), "bin", "java"),
            System.getProperty("java.class.path"),
            entryOptions()));
    assertThat(hook.toFile().setExecutable(true)).isTrue();
  }

  /** What the hook's definition says behind {@code ./seaworthy}. */
  private static String entryOptions() throws IOException {
    return Files.readAllLines(Path.of("../.pre-commit-hooks.yaml")).stream()
        .filter(line -> line.strip().startsWith("entry: ./seaworthy "))
        .map(line -> line.strip().substring("entry: ./seaworthy ".length()))
        .findFirst()
        .orElseThrow();
  }

  private String commit() throws Exception {
    git("add", ".");
    return git("-c", "user.name=test", "-c", "user.email=test@example.com", "commit", "-m", "try");
  }

  private String git(String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of("git"));
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command)
        .directory(repository.toFile())
        .redirectErrorStream(true)
        .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return output;
  }
}
