package dev.seaworthy.api.crd;

import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Scalar;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a schema asks of a value beyond its type: bounds, forms and combinations of other schemas.
 *
 * @param maximum the greatest number; where {@code exclusiveMaximum} it must be less
 * @param pattern a regular expression of RE2 that must be found in a text
 * @param enumeration the values that are allowed; empty for any
 */
public record ValueRules(
    Optional<BigDecimal> maximum,
    boolean exclusiveMaximum,
    Optional<BigDecimal> minimum,
    boolean exclusiveMinimum,
    Optional<BigDecimal> multipleOf,
    OptionalLong maxLength,
    OptionalLong minLength,
    Optional<String> pattern,
    OptionalLong maxItems,
    OptionalLong minItems,
    boolean uniqueItems,
    OptionalLong maxProperties,
    OptionalLong minProperties,
    List<String> required,
    List<Node> enumeration,
    List<StructuralSchema> allOf,
    List<StructuralSchema> anyOf,
    List<StructuralSchema> oneOf,
    Optional<StructuralSchema> not) {

  static ValueRules of(Node schema) {
    return new ValueRules(
        number(schema.get("maximum")),
        schema.get("exclusiveMaximum").isTrue(),
        number(schema.get("minimum")),
        schema.get("exclusiveMinimum").isTrue(),
        number(schema.get("multipleOf")),
        count(schema.get("maxLength")),
        count(schema.get("minLength")),
        schema.get("pattern").asString().filter(pattern -> !pattern.isEmpty()),
        count(schema.get("maxItems")),
        count(schema.get("minItems")),
        schema.get("uniqueItems").isTrue(),
        count(schema.get("maxProperties")),
        count(schema.get("minProperties")),
        StructuralSchema.texts(schema.get("required")),
        List.copyOf(schema.get("enum").items()),
        schemas(schema.get("allOf")),
        schemas(schema.get("anyOf")),
        schemas(schema.get("oneOf")),
        schema.get("not") instanceof Mapping not
            ? Optional.of(new StructuralSchema(not))
            : Optional.empty());
  }

  private static Optional<BigDecimal> number(Node node) {
    return node instanceof Scalar scalar && scalar.isNumber()
        ? Optional.of(new BigDecimal(scalar.value()))
        : Optional.empty();
  }

  private static OptionalLong count(Node node) {
    return number(node)
        .map(number -> OptionalLong.of(number.longValue()))
        .orElseGet(OptionalLong::empty);
  }

  private static List<StructuralSchema> schemas(Node list) {
    return list.items().stream().map(StructuralSchema::new).toList();
  }
}
