package dev.seaworthy.validate.custom;

import dev.seaworthy.api.crd.StructuralSchema;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.NodeWords;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.manifest.Sequence;
import dev.seaworthy.validate.field.CauseType;
import dev.seaworthy.validate.field.FieldError;
import java.util.List;
import java.util.stream.Collectors;

/** Whether a value is of a schema's type. */
final class TypeCheck {

  private static final List<String> INT_OR_STRING = List.of("integer", "string");

  private TypeCheck() {}

  static boolean applies(StructuralSchema schema) {
    return !types(schema).isEmpty() || !Formats.of(schema).isEmpty();
  }

  private static List<String> types(StructuralSchema schema) {
    if (schema.intOrString()) {
      return INT_OR_STRING;
    }
    return schema.type().isEmpty() ? List.of() : List.of(schema.type());
  }

  static Outcome ofNull(StructuralSchema schema, FieldPath path) {
    List<String> types = types(schema);
    return types.isEmpty() || schema.nullable() ? passed() : wrong(path, "null", types);
  }

  static Outcome of(StructuralSchema schema, Node value, FieldPath path) {
    List<String> types = types(schema);
    String type = typeOf(value);
    boolean known = !Formats.of(schema).isEmpty();
    boolean numeric = types.contains("integer") || types.contains("number");
    boolean textual = value.isString() || value.isSequence();
    if (known && textual && !numeric) {
      return passed();
    }
    boolean fits = types.contains(type)
        || (type.equals("number") && types.contains("integer") && Numbers.isWhole((Scalar) value))
        || (type.equals("integer") && types.contains("number"));
    return fits ? passed() : wrong(path, NodeWords.of(value), types);
  }

  private static Outcome passed() {
    Outcome outcome = new Outcome();
    outcome.pass();
    return outcome;
  }

  private static Outcome wrong(FieldPath path, String what, List<String> types) {
    String wanted = types.stream().map(Words::type).collect(Collectors.joining(" or "));
    return Outcome.of(
        FieldError.of(CauseType.TYPE_INVALID, path, "type", "is " + what + ", must be " + wanted));
  }

  private static String typeOf(Node value) {
    if (value instanceof Mapping) {
      return "object";
    }
    if (value instanceof Sequence) {
      return "array";
    }
    if (value instanceof Scalar scalar && scalar.isNumber()) {
      return Numbers.isLong(scalar) ? "integer" : "number";
    }
    return value.isString() ? "string" : "boolean";
  }
}
