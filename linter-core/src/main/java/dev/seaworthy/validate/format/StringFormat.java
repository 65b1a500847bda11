package dev.seaworthy.validate.format;

import java.util.List;
import java.util.Optional;

/** A form that text must have, under the name that constraint files call it by. */
public sealed interface StringFormat
    permits NameFormat, LabelFormat, KeyFormat, ValueFormat, AddressFormat, PathFormat, SystemName {

  /** The name that constraint files use, and the origin of its errors. */
  String key();

  /** In which ways {@code text} breaks this form, each so that it reads well after "is 'text', ". */
  List<String> problems(String text);

  default boolean accepts(String text) {
    return problems(text).isEmpty();
  }

  /**
   * A regular expression of JSON Schema that refuses nothing which this form takes; empty where
   * there is none worth its length.
   */
  default Optional<String> pattern() {
    return SchemaPatterns.of(key());
  }

  /** The format of that key. */
  static Optional<StringFormat> named(String key) {
    return among(NameFormat.values(), key)
        .or(() -> among(LabelFormat.values(), key))
        .or(() -> among(KeyFormat.values(), key))
        .or(() -> among(ValueFormat.values(), key))
        .or(() -> among(AddressFormat.values(), key))
        .or(() -> among(PathFormat.values(), key))
        .or(() -> among(SystemName.values(), key));
  }

  private static Optional<StringFormat> among(StringFormat[] formats, String key) {
    for (StringFormat format : formats) {
      if (format.key().equals(key)) {
        return Optional.of(format);
      }
    }
    return Optional.empty();
  }
}
