package dev.seaworthy.explain;

import dev.seaworthy.api.Type;
import dev.seaworthy.api.crd.CustomStruct;
import dev.seaworthy.api.crd.SchemaStruct;
import dev.seaworthy.api.crd.StructuralSchema;
import dev.seaworthy.api.crd.ValueRules;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** What the definition of a custom kind says of its fields. */
final class SchemaFacts {

  private static final int LONGEST_DESCRIPTION = 400;

  private SchemaFacts() {}

  /** The schema of a field, where a definition describes the struct that it belongs to. */
  private static Optional<StructuralSchema> schema(Type.Struct owner, String field) {
    if (owner instanceof CustomStruct custom) {
      return schema(custom.fieldsOfSchema(), field);
    }
    return owner instanceof SchemaStruct struct
        ? Optional.ofNullable(struct.schema().property(field))
        : Optional.empty();
  }

  /** The definition's own words for a field, cut where they are long. */
  static Optional<String> description(Type.Struct owner, String field) {
    return schema(owner, field)
        .map(StructuralSchema::description)
        .map(text -> text.replaceAll("\\s+", " ").strip())
        .filter(text -> !text.isEmpty())
        .map(SchemaFacts::shortened);
  }

  private static String shortened(String text) {
    if (text.length() <= LONGEST_DESCRIPTION) {
      return text;
    }
    int end = text.lastIndexOf(' ', LONGEST_DESCRIPTION);
    return text.substring(0, end < 0 ? LONGEST_DESCRIPTION : end) + " …";
  }

  /** Default, bounds and forms. */
  static List<String> of(Type.Struct owner, String field) {
    List<String> facts = new ArrayList<>();
    schema(owner, field).ifPresent(schema -> add(schema, facts));
    return facts;
  }

  private static void add(StructuralSchema schema, List<String> facts) {
    if (schema.defaultValue().isPresent()) {
      facts.add(
          "default " + schema.defaultValue().stringOr(schema.defaultValue().toJson()));
    }
    if (!schema.format().isEmpty()) {
      facts.add("format " + schema.format());
    }
    ValueRules rules = schema.rules();
    number(rules.minimum(), rules.exclusiveMinimum() ? "more than " : "at least ", facts);
    number(rules.maximum(), rules.exclusiveMaximum() ? "less than " : "at most ", facts);
    number(rules.multipleOf(), "a multiple of ", facts);
    count(rules.minLength(), "at least ", " character", facts);
    count(rules.maxLength(), "at most ", " character", facts);
    count(rules.minItems(), "at least ", " item", facts);
    count(rules.maxItems(), "at most ", " item", facts);
    count(rules.minProperties(), "at least ", " field", facts);
    count(rules.maxProperties(), "at most ", " field", facts);
    rules.pattern().ifPresent(pattern -> facts.add("matches " + pattern));
    if (schema.nullable()) {
      facts.add("may be null");
    }
    kinds(schema, facts);
    facts.addAll(RuleWords.brief(schema));
  }

  /** What Kubernetes' own words say of lists and objects. */
  private static void kinds(StructuralSchema schema, List<String> facts) {
    if (schema.listType().equals("set")) {
      facts.add("each item once");
    }
    if (schema.listType().equals("map")) {
      facts.add("items are told apart by " + String.join(", ", schema.mapKeys()));
    }
    if (schema.embedded()) {
      facts.add("a whole object");
    }
    if (schema.keepsUnknown()) {
      facts.add("keeps fields that nobody described");
    }
  }

  /** The rules in CEL that stand at a field. */
  static List<String> rules(Type.Struct owner, String field) {
    return schema(owner, field).map(RuleWords::full).orElse(List.of());
  }

  /** The rules in CEL that stand at a whole object. */
  static List<String> rulesOf(Type.Struct struct) {
    return struct instanceof CustomStruct custom
        ? RuleWords.full(custom.kind().schema())
        : List.of();
  }

  private static void number(Optional<BigDecimal> bound, String words, List<String> facts) {
    bound.ifPresent(number -> facts.add(words + number.stripTrailingZeros().toPlainString()));
  }

  private static void count(OptionalLong bound, String words, String what, List<String> facts) {
    bound.ifPresent(number -> facts.add(words + number + what + (number == 1 ? "" : "s")));
  }
}
