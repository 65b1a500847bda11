package dev.seaworthy.validate.rules;

import dev.cel.common.values.CelByteString;
import dev.cel.common.values.NullValue;
import dev.seaworthy.api.crd.StructuralSchema;
import dev.seaworthy.cel.CelValues;
import dev.seaworthy.cel.KeyedList;
import dev.seaworthy.cel.ObjectView;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.manifest.Sequence;
import dev.seaworthy.validate.format.GoDuration;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values as their schemas type them in rules. Mirrors UnstructuredToVal. */
final class TypedValues {

  private TypedValues() {}

  /** The value of a whole object. */
  static Object ofObject(Node object, StructuralSchema schema) {
    return value(object, schema, true);
  }

  static Object of(Node node, StructuralSchema schema) {
    return value(node, schema, schema.embedded());
  }

  private static Object value(Node node, @Nullable StructuralSchema schema, boolean isObject) {
    if (schema == null || schema.intOrString()) {
      return CelValues.of(node);
    }
    if (node instanceof Mapping mapping) {
      return mapping(mapping, schema, isObject);
    }
    if (node instanceof Sequence sequence) {
      return list(sequence, schema);
    }
    return node instanceof Scalar scalar && scalar.isPresent()
        ? scalar(scalar, schema)
        : NullValue.NULL_VALUE;
  }

  private static List<Object> list(Sequence sequence, StructuralSchema schema) {
    List<Object> items = new ArrayList<>(sequence.size());
    StructuralSchema item = schema.items();
    for (Node one : sequence.items()) {
      items.add(value(one, item, item != null && item.embedded()));
    }
    return switch (schema.listType()) {
      case "set" -> KeyedList.set(items);
      case "map" -> KeyedList.map(items, inRules(schema.mapKeys()));
      default -> items;
    };
  }

  private static List<String> inRules(List<String> names) {
    return names.stream().map(name -> FieldNames.escaped(name).orElse(name)).toList();
  }

  private static Object mapping(Mapping mapping, StructuralSchema schema, boolean isObject) {
    Map<String, Object> entries = new LinkedHashMap<>();
    StructuralSchema additional = schema.additional();
    for (Mapping.Entry entry : mapping.entries()) {
      if (additional != null) {
        entries.put(entry.key(), of(entry.value(), additional));
        continue;
      }
      if (isObject && isOfEveryObject(entry.key())) {
        entries.put(entry.key(), CelValues.of(entry.value()));
        continue;
      }
      StructuralSchema property = schema.property(entry.key());
      if (property != null) {
        for (String name : FieldNames.all(entry.key())) {
          entries.put(name, of(entry.value(), property));
        }
      }
    }
    return new ObjectView(entries);
  }

  private static boolean isOfEveryObject(String field) {
    return field.equals("apiVersion") || field.equals("kind") || field.equals("metadata");
  }

  private static Object scalar(Scalar scalar, StructuralSchema schema) {
    if (schema.type().equals("number") && scalar.isNumber()) {
      return Double.valueOf(scalar.value());
    }
    if (schema.type().equals("integer") && scalar.isNumber()) {
      return scalar.asLong().<Object>map(n -> n).orElseGet(() -> CelValues.of(scalar));
    }
    return scalar.isString() ? text(scalar.value(), schema.format()) : CelValues.of(scalar);
  }

  /** A text that has not the form of its format stays a text; the schema says so already. */
  private static Object text(String text, String format) {
    try {
      return switch (format) {
        case "byte" -> CelByteString.of(Base64.getMimeDecoder().decode(text));
        case "date" -> LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
        case "date-time" -> OffsetDateTime.parse(text.toUpperCase(Locale.ROOT)).toInstant();
        case "duration" -> GoDuration.parse(text).<Object>map(d -> d).orElse(text);
        default -> text;
      };
    } catch (DateTimeException | IllegalArgumentException other) {
      return text;
    }
  }
}
