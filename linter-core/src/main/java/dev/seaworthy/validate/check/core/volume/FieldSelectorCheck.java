package dev.seaworthy.validate.check.core.volume;

import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.Value;
import dev.seaworthy.validate.format.LabelFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A field of the pod that a container gets to know. */
public final class FieldSelectorCheck {

  private final Errors errors;

  /** Where the field's value goes; files take other fields than variables. */
  public enum Use {
    VARIABLE(List.of(
        "metadata.name",
        "metadata.namespace",
        "metadata.uid",
        "spec.nodeName",
        "spec.serviceAccountName",
        "status.hostIP",
        "status.hostIPs",
        "status.podIP",
        "status.podIPs")),
    VOLUME(List.of(
        "metadata.name",
        "metadata.namespace",
        "metadata.labels",
        "metadata.annotations",
        "metadata.uid"));

    @SuppressWarnings("ImmutableEnumChecker") // List.of is immutable, its type does not say so
    private final List<String> fields;

    Use(List<String> fields) {
      this.fields = fields;
    }
  }

  /** What the server knows as a field at all; others it cannot convert. */
  private static final Set<String> KNOWN = Set.of(
      "metadata.annotations",
      "metadata.labels",
      "metadata.name",
      "metadata.namespace",
      "metadata.uid",
      "spec.nodeName",
      "spec.restartPolicy",
      "spec.serviceAccountName",
      "spec.schedulerName",
      "status.phase",
      "status.hostIP",
      "status.hostIPs",
      "status.podIP",
      "status.podIPs",
      "spec.host");

  private static final Set<String> SUBSCRIPTED = Set.of("metadata.annotations", "metadata.labels");

  private final Use use;

  public FieldSelectorCheck(Errors errors, Use use) {
    this.errors = errors;
    this.use = use;
  }

  public void check(Value selector) {
    Value apiVersion = selector.at("apiVersion");
    Value fieldPath = selector.at("fieldPath");
    Value missing = apiVersion.text().isEmpty() ? apiVersion : fieldPath;
    if (missing.text().isEmpty()) {
      errors.required(missing.path(), "required", "must be given");
      return;
    }
    String text = fieldPath.text();
    Optional<Subscript> subscript = Subscript.of(text);
    if (!apiVersion.text().equals("v1") || !isKnown(text, subscript)) {
      errors.invalid(
          fieldPath.path(),
          "known-field",
          "is '" + text + "', which is no field of a pod of " + apiVersion.text());
    } else if (subscript.isPresent()) {
      keyIsLabelKey(subscript.get(), selector.path());
    } else {
      String field = text.equals("spec.host") ? "spec.nodeName" : text;
      isOneOf(use.fields, field, fieldPath.path());
    }
  }

  private static boolean isKnown(String text, Optional<Subscript> subscript) {
    return subscript.map(s -> SUBSCRIPTED.contains(s.field())).orElse(KNOWN.contains(text));
  }

  private void keyIsLabelKey(Subscript subscript, FieldPath path) {
    // Annotations are stored as written, yet compared with lower case letters here.
    String key = subscript.field().equals("metadata.annotations")
        ? subscript.key().toLowerCase(Locale.ROOT)
        : subscript.key();
    errors.form(path, "qualified-name", key, LabelFormat.QUALIFIED_NAME.problems(key));
  }

  private void isOneOf(List<String> fields, String field, FieldPath path) {
    if (!fields.contains(field)) {
      errors.notSupported(
          path, "enum", "is '" + field + "', must be one of " + String.join(", ", fields));
    }
  }

  /** A field with a key in brackets and quotes: {@code metadata.labels['app']}. */
  private record Subscript(String field, String key) {

    static Optional<Subscript> of(String text) {
      int bracket = text.indexOf("['");
      if (bracket < 0 || !text.endsWith("']")) {
        return Optional.empty();
      }
      String key = text.substring(bracket + 2, Math.max(bracket + 2, text.length() - 2));
      return bracket == 0
          ? Optional.empty()
          : Optional.of(new Subscript(text.substring(0, bracket), key));
    }
  }
}
