package dev.seaworthy.simulate.server;

import dev.seaworthy.api.Resource;
import dev.seaworthy.simulate.store.ClusterView;
import java.util.Optional;

/**
 * What stands between a request and the store: defaulting, validation, admission. Replaceable, so
 * that a run can be judged in full or played with the least that controllers need.
 */
@FunctionalInterface
public interface Admission {

  /**
   * Judges a write.
   *
   * @param object the object as the client wants it to be
   * @param previous the object as it is; empty for a creation
   * @return the object with what the server fills in, or a refusal
   */
  Answer judge(Resource object, Optional<Resource> previous, ClusterView view);

  /** This admission, then {@code next} on its result. */
  default Admission then(Admission next) {
    return (object, previous, view) -> {
      Answer first = judge(object, previous, view);
      return first.object().map(result -> next.judge(result, previous, view)).orElse(first);
    };
  }
}
