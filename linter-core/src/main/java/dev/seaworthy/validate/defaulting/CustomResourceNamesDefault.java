package dev.seaworthy.validate.defaulting;

import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.validate.field.Request;
import java.util.Locale;

/** The names that follow from the kind's. Mirrors SetDefaults_CustomResourceDefinitionSpec. */
final class CustomResourceNamesDefault implements TypeDefaults {

  @Override
  public String type() {
    return "apiextensions/v1.CustomResourceDefinitionNames";
  }

  @Override
  public Mapping apply(Mapping names, Request request) {
    String kind = names.get("kind").text();
    if (kind.isEmpty()) {
      return names;
    }
    Mapping named = withDefault(names, "singular", kind.toLowerCase(Locale.ROOT));
    return withDefault(named, "listKind", kind + "List");
  }

  private static Mapping withDefault(Mapping names, String field, String name) {
    return names.get(field).text().isEmpty() ? names.with(field, Scalar.of(name)) : names;
  }
}
