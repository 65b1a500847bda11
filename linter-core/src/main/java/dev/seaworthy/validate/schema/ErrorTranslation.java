package dev.seaworthy.validate.schema;

import com.networknt.schema.Error;
import com.networknt.schema.path.NodePath;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Span;
import dev.seaworthy.validate.field.CauseType;
import dev.seaworthy.validate.field.DecodeError;
import dev.seaworthy.validate.field.FieldError;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/**
 * The evaluator's errors in the API's words, by keyword and by what the schema says there; never by
 * the evaluator's own text.
 */
final class ErrorTranslation {

  /** Keywords by which a schema says that it does not have a field. */
  private static final Set<String> UNKNOWN =
      Set.of("additionalProperties", "unevaluatedProperties");

  private ErrorTranslation() {}

  static SchemaFindings of(Node object, List<Error> errors) {
    Set<DecodeError> unknown = new LinkedHashSet<>();
    Set<FieldError> causes = new LinkedHashSet<>();
    for (Error error : errors) {
      FieldPath path = path(error.getInstanceLocation());
      if (UNKNOWN.contains(error.getKeyword())) {
        FieldPath field = path.child(String.valueOf(error.getProperty()));
        unknown.add(new DecodeError(
            DecodeError.UNKNOWN, field.toString(), field, "is not a field of the schema"));
      } else {
        causes.add(cause(error, path));
      }
    }
    return new SchemaFindings(
        inOrder(object, unknown, DecodeError::path), inOrder(object, causes, FieldError::field));
  }

  private static FieldPath path(NodePath location) {
    FieldPath path = FieldPath.ROOT;
    for (int i = 0; i < location.getNameCount(); i++) {
      Object step = location.getElement(i);
      path = step instanceof Integer index ? path.index(index) : path.child(String.valueOf(step));
    }
    return path;
  }

  private static FieldError cause(Error error, FieldPath path) {
    String keyword = String.valueOf(error.getKeyword());
    String wanted = wanted(error.getSchemaNode());
    return switch (keyword) {
      case "required" ->
        FieldError.of(
            CauseType.REQUIRED,
            path.child(String.valueOf(error.getProperty())),
            "required",
            "is missing");
      case "type" -> FieldError.of(CauseType.TYPE_INVALID, path, "type", "must be " + wanted);
      case "enum", "const" ->
        FieldError.of(CauseType.NOT_SUPPORTED, path, "enum", "must be " + wanted);
      case "maxLength" ->
        FieldError.of(
            CauseType.TOO_LONG, path, keyword, "must have at most " + wanted + " characters");
      case "maxItems", "maxProperties" ->
        FieldError.of(CauseType.TOO_MANY, path, keyword, "must have at most " + wanted + " items");
      default -> FieldError.of(CauseType.INVALID, path, keyword, invalid(keyword, wanted));
    };
  }

  private static String invalid(String keyword, String wanted) {
    return switch (keyword) {
      case "pattern" -> "must match " + wanted;
      case "format" -> "must have the format " + wanted;
      case "minimum" -> "must be at least " + wanted;
      case "maximum" -> "must be at most " + wanted;
      case "exclusiveMinimum" -> "must be more than " + wanted;
      case "exclusiveMaximum" -> "must be less than " + wanted;
      case "minLength" -> "must have at least " + wanted + " characters";
      case "minItems", "minProperties" -> "must have at least " + wanted + " items";
      case "uniqueItems" -> "must not have the same item twice";
      case "multipleOf" -> "must be a multiple of " + wanted;
      default -> "does not fit the schema's '" + keyword + "'";
    };
  }

  /** What a keyword asks for: a value, or one of several. */
  private static String wanted(JsonNode keyword) {
    if (!keyword.isArray()) {
      return keyword.asString(keyword.toString());
    }
    List<String> values = new ArrayList<>();
    keyword.forEach(value -> {
      if (!value.isNull()) {
        values.add(value.asString(value.toString()));
      }
    });
    return values.size() == 1 ? values.get(0) : "one of " + String.join(", ", values);
  }

  private static <T> List<T> inOrder(Node object, Set<T> found, Function<T, FieldPath> path) {
    List<T> sorted = new ArrayList<>(found);
    sorted.sort(
        Comparator.<T>comparingInt(item -> span(object, path.apply(item)).line())
            .thenComparingInt(item -> span(object, path.apply(item)).column())
            .thenComparing(item -> path.apply(item).toString()));
    return sorted;
  }

  private static Span span(Node object, FieldPath path) {
    return path.spanIn(object);
  }
}
