package dev.seaworthy.validate.check.core.pod;

import dev.seaworthy.manifest.Document;
import dev.seaworthy.manifest.ManifestReader;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Reading;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** A list that stands in an annotation, as JSON. */
final class AnnotationJson {

  private AnnotationJson() {}

  /** The list; empty if the text is none. */
  static Optional<Node> parse(String text) {
    byte[] object = ("{\"apiVersion\":\"v1\",\"kind\":\"Annotation\",\"list\":" + text + "}")
        .getBytes(StandardCharsets.UTF_8);
    Reading reading = new ManifestReader().read("annotation", object);
    if (!reading.problems().isEmpty() || reading.documents().size() != 1) {
      return Optional.empty();
    }
    Document document = reading.documents().get(0);
    return Optional.of(document.root().get("list")).filter(Node::isSequence);
  }
}
