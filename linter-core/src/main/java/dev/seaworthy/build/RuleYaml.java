package dev.seaworthy.build;

import dev.seaworthy.manifest.Absent;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.manifest.Sequence;
import dev.seaworthy.manifest.Span;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Reads a rule's file. It is ours and no manifest, so plain YAML 1.2 does. */
final class RuleYaml {

  private RuleYaml() {}

  static Node parse(String label, String text) {
    return toNode(new Load(LoadSettings.builder().setLabel(label).build()).loadFromString(text));
  }

  private static Node toNode(Object value) {
    if (value instanceof Map<?, ?> map) {
      Map<String, Node> entries = new LinkedHashMap<>();
      map.forEach((key, entry) -> entries.put(String.valueOf(key), toNode(entry)));
      return Mapping.of(entries);
    }
    if (value instanceof List<?> list) {
      return Sequence.of(list.stream().map(RuleYaml::toNode).toList());
    }
    if (value instanceof Boolean truth) {
      return Scalar.of(truth);
    }
    if (value instanceof Integer || value instanceof Long) {
      return Scalar.of(((Number) value).longValue());
    }
    if (value instanceof Double number) {
      return new Scalar(Scalar.Kind.FLOAT, number.toString(), Span.NONE);
    }
    return value == null ? Absent.INSTANCE : Scalar.of(value.toString());
  }
}
