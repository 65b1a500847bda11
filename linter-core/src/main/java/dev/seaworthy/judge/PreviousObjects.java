package dev.seaworthy.judge;

import dev.seaworthy.api.ObjectKey;
import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.Document;
import dev.seaworthy.manifest.Mapping;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The objects as they were applied last, by kind, namespace and name. */
public final class PreviousObjects {

  public static final PreviousObjects NONE = new PreviousObjects(List.of());

  private final Map<ObjectKey, Document> byKey = new LinkedHashMap<>();

  public PreviousObjects(List<Document> documents) {
    documents.forEach(document -> byKey.put(keyOf(document), document));
  }

  private static ObjectKey keyOf(Document document) {
    Resource resource =
        new Resource(document.root() instanceof Mapping mapping ? mapping : Mapping.EMPTY);
    String namespace = resource.namespace().isEmpty() ? "default" : resource.namespace();
    return new ObjectKey(resource.groupKind(), namespace, resource.name());
  }

  /** The objects, in the order in which they were read. */
  public Collection<Document> documents() {
    return byKey.values();
  }

  /** What the object of {@code document} was before. */
  Optional<Document> of(Document document) {
    return byKey.isEmpty() ? Optional.empty() : Optional.ofNullable(byKey.get(keyOf(document)));
  }
}
