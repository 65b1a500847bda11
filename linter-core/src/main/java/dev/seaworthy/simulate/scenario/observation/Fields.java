package dev.seaworthy.simulate.scenario.observation;

import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.manifest.Sequence;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A JSON object in the making; keys keep the order in which they are put. */
public final class Fields {

  private final Map<String, Node> values = new LinkedHashMap<>();

  public Fields put(String key, Node value) {
    values.put(key, value);
    return this;
  }

  public Fields put(String key, String text) {
    return put(key, Scalar.of(text));
  }

  public Fields put(String key, long number) {
    return put(key, Scalar.of(number));
  }

  public Fields put(String key, boolean truth) {
    return put(key, Scalar.of(truth));
  }

  public Fields putStrings(String key, List<String> texts) {
    return put(key, Sequence.ofStrings(texts));
  }

  public Fields putIf(boolean condition, String key, Node value) {
    return condition ? put(key, value) : this;
  }

  /** Puts a text unless it is empty. */
  public Fields putText(String key, String text) {
    return text.isEmpty() ? this : put(key, text);
  }

  /** Puts {@code true}, or nothing. */
  public Fields putFlag(String key, boolean truth) {
    return truth ? put(key, true) : this;
  }

  /** Puts a list unless it is empty. */
  public Fields putList(String key, List<? extends Node> items) {
    return items.isEmpty() ? this : put(key, Sequence.of(items));
  }

  /** Puts an object unless it is empty. */
  public Fields putObject(String key, Mapping object) {
    return object.size() == 0 ? this : put(key, object);
  }

  public boolean isEmpty() {
    return values.isEmpty();
  }

  public Mapping build() {
    return Mapping.of(values);
  }
}
