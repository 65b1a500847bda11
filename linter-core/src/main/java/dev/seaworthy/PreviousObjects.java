package dev.seaworthy;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.Document;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.validate.Submission;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The objects as they were applied last. One found here is judged as an update. */
final class PreviousObjects {

  /** Nothing was applied before: every object is to be made. */
  static final PreviousObjects NONE = new PreviousObjects(List.of());

  private final Map<Key, Document> byKey = new HashMap<>();

  PreviousObjects(List<Document> documents) {
    documents.forEach(document -> byKey.put(Key.of(document), document));
  }

  private record Key(GroupKind kind, String namespace, String name) {
    static Key of(Document document) {
      Resource resource =
          new Resource(document.root() instanceof Mapping mapping ? mapping : Mapping.EMPTY);
      String namespace = resource.namespace().isEmpty() ? "default" : resource.namespace();
      return new Key(resource.groupKind(), namespace, resource.name());
    }
  }

  /** The request that changes the object of {@code document}; empty if there is none yet. */
  Optional<Submission> submission(Document document) {
    return find(document).map(old -> Submission.update(document, old));
  }

  private Optional<Node> find(Document document) {
    return byKey.isEmpty()
        ? Optional.empty()
        : Optional.ofNullable(byKey.get(Key.of(document))).map(Document::root);
  }
}
