package dev.seaworthy.explain;

import dev.seaworthy.api.Type;
import dev.seaworthy.api.schema.TypeDescriptions;
import dev.seaworthy.validate.data.Row;
import dev.seaworthy.validate.data.TypeTable;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The descriptions that lie in {@code schemas/descriptions}, a file a type: of the kinds that people
 * write every day, in our own words.
 */
public final class FieldDescriptions implements TypeDescriptions {

  private static final String OF_EVERY_KIND = "meta/v1.Kind";

  private final TypeTable table = TypeTable.load("descriptions.tsv");
  private final Map<String, Map<String, String>> texts = new HashMap<>();

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
    return Optional.ofNullable(texts.computeIfAbsent(type, this::textsOf).get(subject));
  }

  private Map<String, String> textsOf(String type) {
    Map<String, String> texts = new HashMap<>();
    for (Row row : table.rows(type)) {
      row.get("text").ifPresent(text -> texts.put(row.subject(), text));
    }
    return texts;
  }
}
