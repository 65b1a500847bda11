package dev.seaworthy.simulate.scenario;

import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.manifest.Sequence;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A JSON object in the making; keys keep the order in which they are put. */
final class Fields {

  private final Map<String, Node> values = new LinkedHashMap<>();

  Fields put(String key, Node value) {
    values.put(key, value);
    return this;
  }

  Fields put(String key, String text) {
    return put(key, Scalar.of(text));
  }

  Fields put(String key, long number) {
    return put(key, Scalar.of(number));
  }

  Fields put(String key, boolean truth) {
    return put(key, Scalar.of(truth));
  }

  Fields putStrings(String key, List<String> texts) {
    return put(key, Sequence.ofStrings(texts));
  }

  Fields putIf(boolean condition, String key, Node value) {
    return condition ? put(key, value) : this;
  }

  /** Puts a text unless it is empty. */
  Fields putText(String key, String text) {
    return text.isEmpty() ? this : put(key, text);
  }

  /** Puts {@code true}, or nothing. */
  Fields putFlag(String key, boolean truth) {
    return truth ? put(key, true) : this;
  }

  /** Puts a list unless it is empty. */
  Fields putList(String key, List<? extends Node> items) {
    return items.isEmpty() ? this : put(key, Sequence.of(items));
  }

  /** Puts an object unless it is empty. */
  Fields putObject(String key, Mapping object) {
    return object.size() == 0 ? this : put(key, object);
  }

  boolean isEmpty() {
    return values.isEmpty();
  }

  Mapping build() {
    return Mapping.of(values);
  }
}
