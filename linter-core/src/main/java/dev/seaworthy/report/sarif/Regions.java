package dev.seaworthy.report.sarif;

import dev.seaworthy.diagnostic.Location;
import dev.seaworthy.diagnostic.SourceText;
import dev.seaworthy.manifest.JsonWriter;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Stretches of text with columns in UTF-16 units, in which SARIF counts and ours do not. */
final class Regions {

  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private final Map<String, SourceText> sources = new HashMap<>();

  void add(String file, SourceText source) {
    sources.put(file, source);
  }

  /** Writes a {@code region}; of a file that nobody has read, only the lines are told. */
  void write(JsonWriter json, Location place) {
    json.beginObject().field("startLine", place.line());
    Optional<Integer> start = column(place.file(), place.line(), place.column());
    Optional<Integer> end = column(place.file(), place.endLine(), place.endColumn());
    boolean isPoint = place.endLine() == place.line() && end.equals(start);
    start.ifPresent(column -> json.field("startColumn", column));
    if (end.isPresent() && !isPoint) {
      json.field("endLine", place.endLine()).field("endColumn", end.get());
    }
    json.endObject();
  }

  private Optional<Integer> column(String file, int line, int column) {
    return Optional.ofNullable(sources.get(file))
        .flatMap(source -> source.line(line))
        .map(text -> text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text)
        .map(text -> utf16Column(text, column));
  }

  private static int utf16Column(String line, int column) {
    int characters = line.codePointCount(0, line.length());
    return line.offsetByCodePoints(0, Math.max(0, Math.min(column - 1, characters))) + 1;
  }
}
