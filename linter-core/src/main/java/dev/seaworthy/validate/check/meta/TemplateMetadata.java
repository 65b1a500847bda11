package dev.seaworthy.validate.check.meta;

import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.Value;
import dev.seaworthy.validate.format.LabelFormat;
import java.util.Set;

/**
 * The metadata of a claim that is made from a template: only labels and annotations are copied.
 * Mirrors ValidateTemplateObjectMeta.
 */
public final class TemplateMetadata {

  private static final Set<String> COPIED = Set.of("labels", "annotations");

  private TemplateMetadata() {}

  public static void check(Value metadata, Errors errors) {
    Value annotations = metadata.at("annotations");
    annotations.eachEntry((key, value) -> errors.form(
        annotations.path(), "annotation-key", key, LabelFormat.ANNOTATION_KEY.problems(key)));
    MetadataMaps.labels(metadata.at("labels"), errors);
    metadata.eachEntry((key, value) -> isCopied(metadata, key, value, errors));
  }

  private static void isCopied(Value metadata, String key, Value value, Errors errors) {
    if (!COPIED.contains(key) && isSet(value)) {
      errors.forbidden(
          metadata.path().child(key.equals("uid") ? "uID" : key),
          "template-metadata",
          "is not copied to the claim");
    }
  }

  /** Whether Go would not take it for the zero value; an empty list is not. */
  private static boolean isSet(Value value) {
    return value.node().isSequence()
        || value.node().isMapping()
        || !value.text().isEmpty()
        || value.asLong().isPresent();
  }
}
