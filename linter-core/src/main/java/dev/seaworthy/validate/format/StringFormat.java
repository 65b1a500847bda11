package dev.seaworthy.validate.format;

import java.util.List;
import java.util.Optional;

/** A form that text must have, under the name that constraint files call it by. */
public sealed interface StringFormat permits NameFormat, PathFormat, SystemName {

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
    Optional<StringFormat> name = NameFormat.named(key).map(format -> format);
    if (name.isPresent()) {
      return name;
    }
    Optional<StringFormat> path = PathFormat.named(key).map(format -> format);
    return path.isPresent() ? path : SystemName.named(key).map(format -> format);
  }
}
