package dev.seaworthy.simulate.surroundings;

import dev.seaworthy.api.Resource;
import dev.seaworthy.apply.JsonPatch;
import dev.seaworthy.apply.JsonPointer;
import dev.seaworthy.graph.InputObject;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.manifest.Sequence;
import dev.seaworthy.simulate.surroundings.Filling.Filled;
import dev.seaworthy.validate.Verdict;
import dev.seaworthy.validate.field.CauseType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Completes an object that kustomizations are yet to patch, so that it can be played: what it lacks is
 * taken to be something that a server takes, what a server objects to beside is left out. Patches
 * decide both, and nobody knows them here.
 */
public final class Completion {

  private static final String LEFT = ", which is left to kustomizations,";

  /** So often what is missing shows what else is. */
  private static final int ROUNDS = 8;

  private final InputObject written;
  private final Map<FieldPath, Optional<String>> taken = new LinkedHashMap<>();
  private Node completed;

  private Completion(InputObject written) {
    this.written = written;
    this.completed = written.resource().root();
  }

  /**
   * {@code object} as a server takes it; empty if that cannot be had.
   *
   * @param server what an API server says of an object
   */
  public static Optional<Filled> of(InputObject object, Function<Mapping, Verdict> server) {
    Completion completion = new Completion(object);
    for (int round = 0; round < ROUNDS; round++) {
      if (!(completion.completed instanceof Mapping root)) {
        return Optional.empty();
      }
      Verdict verdict = server.apply(root);
      if (verdict.accepted()) {
        return Optional.of(completion.filled(root));
      }
      if (!completion.advance(verdict)) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  private Filled filled(Mapping root) {
    List<StandIn> standIns = new ArrayList<>();
    taken.forEach((path, value) -> standIns.add(new StandIn(written, path, path + LEFT, value)));
    return new Filled(new InputObject(written.file(), new Resource(root)), standIns);
  }

  /** Does something about each objection; says whether there was anything to do. */
  private boolean advance(Verdict verdict) {
    Node before = completed;
    Stream.concat(
            verdict.causes().stream()
                .filter(cause -> cause.type() != CauseType.REQUIRED)
                .map(cause -> cause.place()),
            verdict.decode().stream().map(error -> error.path()))
        .forEach(this::leaveOut);
    verdict.causes().stream()
        .filter(cause -> cause.type() == CauseType.REQUIRED)
        .forEach(cause -> add(cause.place()));
    return completed != before;
  }

  private void add(FieldPath place) {
    boolean wasTried = taken.containsKey(place);
    if (!wasTried) {
      String text = place.lastStep();
      change("add", place, Scalar.of(text));
      taken.put(place, Optional.of(text));
    }
  }

  /** A text that stands in and is none of the kind that is wanted gives way to a number. */
  private void leaveOut(FieldPath place) {
    Optional<String> standIn = taken.getOrDefault(place, Optional.empty());
    if (standIn.isPresent() && !standIn.get().equals("1")) {
      change("replace", place, Scalar.of(1));
      taken.put(place, Optional.of("1"));
    } else if (!place.isRoot()) {
      change("remove", place, Scalar.of(""));
      taken.put(place, Optional.empty());
    }
  }

  private void change(String op, FieldPath place, Scalar value) {
    String pointer =
        JsonPointer.of(place.steps().stream().map(FieldPath::lastStep).toList());
    Mapping operation = Mapping.of("op", Scalar.of(op), "path", Scalar.of(pointer), "value", value);
    completed = JsonPatch.applied(completed, Sequence.of(List.of(operation))).orElse(completed);
  }
}
