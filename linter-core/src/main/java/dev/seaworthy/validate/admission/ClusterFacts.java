package dev.seaworthy.validate.admission;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.api.Resource;
import java.util.List;
import java.util.Optional;

/**
 * What admission plug-ins ask about the cluster. A running cluster knows everything; a person's
 * input holds only a part of what will be there, so a plug-in that misses an object must ask {@link
 * #knowsAll} before it says that there is none.
 */
public interface ClusterFacts {

  /** The object of that name, if it is known; {@code namespace} is empty for cluster-wide kinds. */
  Optional<Resource> find(GroupKind kind, String namespace, String name);

  /** The known objects of a kind, in order of creation; of all namespaces if that is empty. */
  List<Resource> list(GroupKind kind, String namespace);

  /**
   * The known objects of a cluster-wide kind that one may be chosen of for an object that names none.
   * The choice fills in a field and turns nothing away, unless {@link #knowsAll all} are known; so
   * whoever shows no results may leave them out.
   */
  default List<Resource> candidates(GroupKind kind) {
    return list(kind, "");
  }

  /** Whether there are no objects of {@code kind} but those that are known. */
  boolean knowsAll(GroupKind kind);

  /** Nothing is known. */
  static ClusterFacts unknown() {
    return Unknown.INSTANCE;
  }

  /** What is known of a cluster that nobody told about. */
  enum Unknown implements ClusterFacts {
    INSTANCE;

    @Override
    public Optional<Resource> find(GroupKind kind, String namespace, String name) {
      return Optional.empty();
    }

    @Override
    public List<Resource> list(GroupKind kind, String namespace) {
      return List.of();
    }

    @Override
    public boolean knowsAll(GroupKind kind) {
      return false;
    }
  }
}
