package dev.seaworthy.validate.check.meta;

import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.validate.field.CauseType;
import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.FieldError;
import dev.seaworthy.validate.field.Value;
import dev.seaworthy.validate.format.LabelFormat;
import dev.seaworthy.validate.format.TextSize;
import java.util.Locale;

/** Labels and annotations, which are judged alike wherever they stand. */
public final class MetadataMaps {

  private static final String LABEL_KEY = "label-key";
  private static final String ANNOTATION_KEY = "annotation-key";
  private static final int ANNOTATIONS_LIMIT = 256 * 1024;

  private MetadataMaps() {}

  /** Whether {@code error} objects to the key at its place, not to the value. */
  public static boolean isAboutKey(FieldError error) {
    return error.origin().equals(LABEL_KEY) || error.origin().equals(ANNOTATION_KEY);
  }

  /** The server names the map; a reader looks at the entry. */
  private static FieldError entryOf(Value map, String key, String origin, String message) {
    return FieldError.of(CauseType.INVALID, map.path().key(key), origin, message)
        .namedAs(map.path());
  }

  /** Labels, wherever an object or a template carries them; all is reported at the map. */
  public static void labels(Value labels, Errors errors) {
    for (Mapping.Entry entry : labels.node().entries()) {
      String key = entry.key();
      for (String problem : LabelFormat.QUALIFIED_NAME.problems(key)) {
        errors.add(entryOf(labels, key, LABEL_KEY, "has the key '" + key + "', which " + problem));
      }
      String value = entry.value().text();
      for (String problem : LabelFormat.LABEL_VALUE.problems(value)) {
        // Without the key: a value that two labels have is one cause, as the server tells it.
        errors.add(
            entryOf(labels, key, "label-value", "has the value '" + value + "', which " + problem));
      }
    }
  }

  /** Annotations: their keys like those of labels, but for case, and a limit on all together. */
  public static void annotations(Value annotations, Errors errors) {
    long size = 0;
    for (Mapping.Entry entry : annotations.node().entries()) {
      String key = entry.key();
      for (String problem : LabelFormat.QUALIFIED_NAME.problems(key.toLowerCase(Locale.ROOT))) {
        errors.add(entryOf(
            annotations, key, ANNOTATION_KEY, "has the key '" + key + "', which " + problem));
      }
      size += TextSize.bytes(key) + (long) TextSize.bytes(entry.value().text());
    }
    if (size > ANNOTATIONS_LIMIT) {
      errors.tooLong(
          annotations.path(),
          "annotations-size",
          "take " + size + " bytes together, must take at most " + ANNOTATIONS_LIMIT);
    }
  }
}
