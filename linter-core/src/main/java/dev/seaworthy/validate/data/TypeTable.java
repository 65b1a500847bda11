package dev.seaworthy.validate.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Rows by type, out of one text resource: a line {@code =TYPE} begins a type, each line after it is
 * a row of tab-separated cells. Only the lines of types that are asked for are taken apart.
 */
public final class TypeTable {

  /** Where the build puts these tables. */
  public static final String FOLDER = "/dev/seaworthy/validate/data/";

  private final Map<String, String> blocks;

  private TypeTable(Map<String, String> blocks) {
    this.blocks = blocks;
  }

  /** The table of that file name in {@link #FOLDER}. */
  public static TypeTable load(String name) {
    try (InputStream in = TypeTable.class.getResourceAsStream(FOLDER + name)) {
      if (in == null) {
        throw new IllegalStateException("The product lacks its table " + name + "; build it again");
      }
      return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static TypeTable parse(String text) {
    Map<String, String> blocks = new HashMap<>();
    int at = 0;
    while (at < text.length()) {
      int nameEnd = text.indexOf('\n', at);
      int next = text.indexOf("\n=", nameEnd);
      int end = next < 0 ? text.length() : next + 1;
      blocks.put(text.substring(at + 1, nameEnd), text.substring(nameEnd + 1, end));
      at = end;
    }
    return new TypeTable(blocks);
  }

  /** Whether there is anything about {@code type}. */
  public boolean has(String type) {
    return blocks.containsKey(type);
  }

  public Set<String> types() {
    return blocks.keySet();
  }

  /** The rows of {@code type}, in order; none if there is nothing about it. */
  public List<Row> rows(String type) {
    return rowsOf(blocks.getOrDefault(type, ""));
  }

  /** The rows that some lines say. */
  public static List<Row> rowsOf(String lines) {
    List<Row> rows = new ArrayList<>();
    for (String line : lines.split("\n")) {
      if (!line.isEmpty()) {
        rows.add(Row.parse(line));
      }
    }
    return rows;
  }
}
