package dev.seaworthy.simulate.kubectl;

import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.simulate.store.Kinds;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;

/**
 * The description of a ConfigMap or a Secret, down to its events. Of what a Secret holds it tells the
 * size alone, as kubectl does, because descriptions end up in logs and reviews.
 */
final class DataDescription {

  private final Resource object;
  private final TabbedText text;

  DataDescription(Resource object, TabbedText text) {
    this.object = object;
    this.text = text;
  }

  void write() {
    text.field(0, "Name", object.name());
    text.field(0, "Namespace", object.namespace());
    text.field(0, "Labels", Description.pairs(object.labels()));
    text.field(0, "Annotations", Description.annotations(object));
    if (object.groupKind().equals(Kinds.SECRET)) {
      writeSecret();
    } else {
      writeConfigMap();
    }
  }

  private void writeSecret() {
    text.line(0, "");
    text.field(0, "Type", Column.text(object, "Opaque", "type"));
    title("Data");
    Map<String, Integer> sizes = new TreeMap<>();
    entries("data").forEach((key, value) -> sizes.put(key, decoded(value)));
    entries("stringData").forEach((key, value) -> sizes.put(key, length(value)));
    sizes.forEach((key, size) -> text.field(0, key, size + " bytes"));
    text.line(0, "");
  }

  private void writeConfigMap() {
    title("Data");
    entries("data").forEach((key, value) -> {
      text.line(0, key + ":");
      text.line(0, "----");
      value.text().lines().forEach(line -> text.line(0, line));
      if (value.text().endsWith("\n")) {
        text.line(0, "");
      }
      text.line(0, "");
    });
    title("BinaryData");
    entries("binaryData")
        .forEach((key, value) -> text.line(0, key + ": " + decoded(value) + " bytes"));
    text.line(0, "");
  }

  private void title(String name) {
    text.line(0, "");
    text.line(0, name);
    text.line(0, "====");
  }

  private Map<String, Node> entries(String field) {
    Map<String, Node> entries = new TreeMap<>();
    if (object.root().get(field) instanceof Mapping data) {
      data.entries().forEach(entry -> entries.put(entry.key(), entry.value()));
    }
    return entries;
  }

  private static int decoded(Node base64) {
    String text = base64.text().replaceAll("[\r\n]", "");
    try {
      return Base64.getDecoder().decode(text).length;
    } catch (IllegalArgumentException notBase64) {
      return length(base64);
    }
  }

  private static int length(Node value) {
    return value.text().getBytes(StandardCharsets.UTF_8).length;
  }
}
