package dev.seaworthy.bench;

import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A line of {@code cases/KIND.jsonl}: a change of a base manifest, and the server's answer to it. */
record RecordedCase(
    String id,
    String kind,
    String base,
    boolean update,
    boolean onLive,
    boolean cluster,
    Node patch,
    Node expect) {

  static List<RecordedCase> readFolder(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".jsonl"))
          .sorted()
          .flatMap(RecordedCase::readFile)
          .toList();
    }
  }

  private static Stream<RecordedCase> readFile(Path file) {
    String kind = file.getFileName().toString().replace(".jsonl", "");
    try {
      return Files.readAllLines(file).stream().map(line -> of(kind, JsonNodes.readObject(line)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static RecordedCase of(String kind, Mapping line) {
    return new RecordedCase(
        line.get("id").text(),
        kind,
        line.get("base").text(),
        line.get("op").text().equals("update"),
        line.get("on").text().equals("live"),
        line.get("cluster").isTrue(),
        line.get("patch"),
        line.get("expect"));
  }
}
