package dev.seaworthy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files that are generated and committed; {@code -Dgolden=update} writes them anew. */
final class Golden {

  private Golden() {}

  /** Holds the file to {@code content}. */
  static void hold(Path file, String content) throws IOException {
    if ("update".equals(System.getProperty("golden"))) {
      Files.createDirectories(file.getParent());
      Files.writeString(file, content);
    }
    assertThat(Files.exists(file) ? Files.readString(file) : "")
        .as("%s; -Dgolden=update writes it anew", file)
        .isEqualTo(content);
  }
}
