package dev.seaworthy.validate.defaulting;

import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.validate.field.Request;
import java.util.List;
import java.util.Locale;

/** Names that follow from the kind, and who converts where nothing is said of it. */
final class DefinitionDefaults implements TypeDefaults {

  @Override
  public String type() {
    return "apiextensions/v1.CustomResourceDefinitionSpec";
  }

  @Override
  public Mapping apply(Mapping spec, Request request) {
    Mapping filled = spec;
    String kind = spec.at("names", "kind").text();
    if (!kind.isEmpty()) {
      filled = name(filled, "singular", kind.toLowerCase(Locale.ROOT));
      filled = name(filled, "listKind", kind + "List");
    }
    return filled.get("conversion").isPresent()
        ? filled
        : filled.withAt(List.of("conversion", "strategy"), Scalar.of("None"));
  }

  private static Mapping name(Mapping spec, String field, String name) {
    return spec.at("names", field).text().isEmpty()
        ? spec.withAt(List.of("names", field), Scalar.of(name))
        : spec;
  }
}
