package dev.seaworthy.explain;

import dev.seaworthy.api.Type;
import dev.seaworthy.api.schema.TypeDescriptions;
import dev.seaworthy.validate.data.Row;
import dev.seaworthy.validate.data.TypeTable;
import java.util.Optional;

/**
 * The descriptions that lie in {@code schemas/descriptions}, a file a type: of the kinds that people
 * write every day, in our own words.
 */
public final class FieldDescriptions implements TypeDescriptions {

  private static final String OF_EVERY_KIND = "meta/v1.Kind";

  private final TypeTable table = TypeTable.load("descriptions.tsv");

  @Override
  public Optional<String> of(Type.Struct owner, String field) {
    return find(owner.name(), field)
        .or(() -> isKind(owner) ? find(OF_EVERY_KIND, field) : Optional.empty());
  }

  @Override
  public Optional<String> of(Type.Struct type) {
    return find(type.name(), "");
  }

  private static boolean isKind(Type.Struct type) {
    return type.field("apiVersion").isPresent() && type.field("metadata").isPresent();
  }

  private Optional<String> find(String type, String subject) {
    return table.rows(type).stream()
        .filter(row -> row.subject().equals(subject))
        .findFirst()
        .flatMap(FieldDescriptions::text);
  }

  private static Optional<String> text(Row row) {
    return row.get("text");
  }
}
