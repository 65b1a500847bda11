package dev.seaworthy.lint.check;

import dev.seaworthy.api.CsvIndex;
import dev.seaworthy.api.GroupKind;
import dev.seaworthy.graph.InputObject;
import dev.seaworthy.lint.CheckContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** The tables of fields and annotations that should no longer be written; they lie beside this class. */
final class DeprecatedParts {

  private final CsvIndex table;
  private final Function<List<String>, DeprecatedPart> part;
  private final Map<String, List<DeprecatedPart>> byPlace = new ConcurrentHashMap<>();

  private DeprecatedParts(String file, Function<List<String>, DeprecatedPart> part) {
    this.table = read(file);
    this.part = part;
  }

  /** Read when the first object is asked. */
  private static final class Fields {
    private static final DeprecatedParts TABLE =
        new DeprecatedParts("deprecated-fields.csv", DeprecatedPart::ofField);
  }

  /** Read when the first object is asked. */
  private static final class Annotations {
    private static final DeprecatedParts TABLE =
        new DeprecatedParts("deprecated-annotations.csv", DeprecatedPart::ofAnnotation);
  }

  static DeprecatedParts fields() {
    return Fields.TABLE;
  }

  static DeprecatedParts annotations() {
    return Annotations.TABLE;
  }

  private static CsvIndex read(String file) {
    try (InputStream in = DeprecatedParts.class.getResourceAsStream(file)) {
      byte[] bytes = Objects.requireNonNull(in, file).readAllBytes();
      return new CsvIndex(new String(bytes, StandardCharsets.UTF_8), 0);
    } catch (IOException damaged) {
      throw new UncheckedIOException(damaged);
    }
  }

  /** What an object of this kind may have, and the release takes for deprecated. */
  List<DeprecatedPart> of(InputObject object, CheckContext context) {
    List<DeprecatedPart> found = new ArrayList<>();
    if (object.template().isPresent() && !object.isControlled()) {
      add(DeprecatedPart.POD, context, found);
    }
    add(word(object.kind()), context, found);
    return found;
  }

  private void add(String place, CheckContext context, List<DeprecatedPart> found) {
    for (DeprecatedPart part : in(place)) {
      if (context.release().isAtLeast(part.since())) {
        found.add(part);
      }
    }
  }

  private List<DeprecatedPart> in(String place) {
    List<DeprecatedPart> known = byPlace.get(place);
    if (known != null) {
      return known;
    }
    List<DeprecatedPart> read = table.rows(place).stream().map(part).toList();
    if (!read.isEmpty()) {
      byPlace.put(place, read);
    }
    return read;
  }

  private static String word(GroupKind kind) {
    return kind.group().isEmpty() ? kind.kind() : kind.group() + "/" + kind.kind();
  }
}
