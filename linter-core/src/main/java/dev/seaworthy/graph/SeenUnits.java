package dev.seaworthy.graph;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The units that are applied with an object, its own first, and how a question goes from one to the
 * next.
 */
record SeenUnits(List<UnitIndex> all) {

  /** The unit itself, without those that it sees. */
  Optional<UnitIndex> own() {
    return all.isEmpty() ? Optional.empty() : Optional.of(all.get(0));
  }

  /** The answer of the nearest unit that has any. */
  List<InputObject> nearest(Function<UnitIndex, List<InputObject>> answers) {
    for (UnitIndex unit : all) {
      List<InputObject> answer = answers.apply(unit);
      if (!answer.isEmpty()) {
        return answer;
      }
    }
    return List.of();
  }

  boolean any(Predicate<UnitIndex> question) {
    for (UnitIndex unit : all) {
      if (question.test(unit)) {
        return true;
      }
    }
    return false;
  }
}
