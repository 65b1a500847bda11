package dev.seaworthy.report.sarif;

import dev.seaworthy.diagnostic.Location;
import dev.seaworthy.diagnostic.SourceText;
import dev.seaworthy.manifest.JsonWriter;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;

/** Stretches of text with columns in UTF-16 units, in which SARIF counts and ours do not. */
final class Regions {

  private final Map<String, SourceText> sources = new HashMap<>();

  void add(String file, SourceText source) {
    sources.put(file, source);
  }

  /** Writes a {@code region}; of a file that nobody has read, only the lines are told. */
  void write(JsonWriter json, Location place) {
    json.beginObject().field("startLine", place.line());
    OptionalInt start = column(place.file(), place.line(), place.column());
    OptionalInt end = column(place.file(), place.endLine(), place.endColumn());
    boolean isPoint = place.endLine() == place.line() && end.equals(start);
    start.ifPresent(column -> json.field("startColumn", column));
    if (end.isPresent() && !isPoint) {
      json.field("endLine", place.endLine()).field("endColumn", end.getAsInt());
    }
    json.endObject();
  }

  /** Writes a {@code region} with both of its ends: of a point, where something is added, too. */
  void writeWhole(JsonWriter json, Location place) {
    json.beginObject().field("startLine", place.line());
    column(place.file(), place.line(), place.column())
        .ifPresent(column -> json.field("startColumn", column));
    json.field("endLine", place.endLine());
    column(place.file(), place.endLine(), place.endColumn())
        .ifPresent(column -> json.field("endColumn", column));
    json.endObject();
  }

  private OptionalInt column(String file, int line, int column) {
    SourceText source = sources.get(file);
    return source == null ? OptionalInt.empty() : source.utf16Column(line, column);
  }
}
