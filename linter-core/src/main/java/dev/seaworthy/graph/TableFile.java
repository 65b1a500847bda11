package dev.seaworthy.graph;

import dev.seaworthy.api.CsvIndex;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The tables that lie beside this class: what objects name, and what they bring into being. */
final class TableFile {

  private TableFile() {}

  /** The rows by the kind in their first two columns. */
  static CsvIndex byKind(String file) {
    try (InputStream in = TableFile.class.getResourceAsStream(file)) {
      byte[] bytes = Objects.requireNonNull(in, file).readAllBytes();
      return new CsvIndex(new String(bytes, StandardCharsets.UTF_8), 0, 1);
    } catch (IOException damaged) {
      throw new UncheckedIOException(damaged);
    }
  }
}
