package dev.seaworthy.simulate.server;

import dev.seaworthy.api.ObjectKey;
import dev.seaworthy.api.Resource;
import java.util.Optional;

/** What a write asks of the stored object: that it is still the one which was read. */
final class Preconditions {

  private Preconditions() {}

  /** The refusal of {@code object}, whose {@code resourceVersion} or UID is another one. */
  static Optional<Answer> broken(Resource object, Resource stored) {
    return differs(object, stored, "resourceVersion") || differs(object, stored, "uid")
        ? conflict(stored, " has changed since it was read; read it again and repeat")
        : Optional.empty();
  }

  private static boolean differs(Resource object, Resource stored, String field) {
    String wanted = object.at("metadata", field).text();
    return !wanted.isEmpty() && !wanted.equals(stored.at("metadata", field).text());
  }

  /** The refusal of a deletion that is meant for another object of that name. */
  static Optional<Answer> broken(Deletion how, Resource stored) {
    return how.uid().isPresent()
            && !stored.at("metadata", "uid").text().equals(how.uid().get())
        ? conflict(stored, " is another object by now")
        : Optional.empty();
  }

  private static Optional<Answer> conflict(Resource stored, String what) {
    return Optional.of(
        Answer.refused(409, "Conflict", ServerWords.of(ObjectKey.of(stored)) + what));
  }
}
