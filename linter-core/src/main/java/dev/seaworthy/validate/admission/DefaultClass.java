package dev.seaworthy.validate.admission;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.api.Resource;
import java.util.List;
import java.util.Optional;

/** The class that an object gets that names none: classes are marked as default by annotations. */
final class DefaultClass {

  private DefaultClass() {}

  /** The newest first, of those of one time by name. */
  private static int compare(Resource one, Resource other) {
    int order = created(other).compareTo(created(one));
    return order == 0 ? one.name().compareTo(other.name()) : order;
  }

  /** The name of the newest class that is marked, of those of one time the first by name. */
  static Optional<String> of(ClusterFacts facts, GroupKind kind, String... marks) {
    List<Resource> classes = facts.candidates(kind);
    return classes.stream()
        .filter(one -> isMarked(one, marks))
        .min(DefaultClass::compare)
        .map(Resource::name);
  }

  private static boolean isMarked(Resource one, String... marks) {
    for (String mark : marks) {
      if (one.at("metadata", "annotations", mark).text().equals("true")) {
        return true;
      }
    }
    return false;
  }

  private static String created(Resource object) {
    return object.at("metadata", "creationTimestamp").text();
  }
}
