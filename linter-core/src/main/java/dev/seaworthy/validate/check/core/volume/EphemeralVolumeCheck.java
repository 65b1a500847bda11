package dev.seaworthy.validate.check.core.volume;

import dev.seaworthy.validate.check.meta.MetadataMaps;
import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.Request;
import dev.seaworthy.validate.field.TypeCheck;
import dev.seaworthy.validate.field.Value;
import dev.seaworthy.validate.format.NameFormat;
import java.util.Set;

/** A claim that is made for the pod and goes with it: only labels and annotations are copied. */
public final class EphemeralVolumeCheck implements TypeCheck {

  private static final Set<String> COPIED = Set.of("labels", "annotations");

  @Override
  public String type() {
    return "core/v1.EphemeralVolumeSource";
  }

  @Override
  public void check(Value source, Request request, Errors errors) {
    Value metadata = source.at("volumeClaimTemplate", "metadata");
    Value annotations = metadata.at("annotations");
    annotations.eachEntry((key, value) -> errors.form(
        annotations.path(), "annotation-key", key, NameFormat.ANNOTATION_KEY.problems(key)));
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
