package dev.seaworthy.graph;

import dev.seaworthy.api.Csv;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The tables that lie beside this class: what objects name, and what they bring into being. */
final class TableFile {

  private TableFile() {}

  /** The rows below the heading. */
  static List<List<String>> rows(String file) {
    try (InputStream in = TableFile.class.getResourceAsStream(file)) {
      byte[] bytes = Objects.requireNonNull(in, file).readAllBytes();
      List<List<String>> rows = Csv.rows(new String(bytes, StandardCharsets.UTF_8));
      return rows.subList(1, rows.size());
    } catch (IOException damaged) {
      throw new UncheckedIOException(damaged);
    }
  }
}
