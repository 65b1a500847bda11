package dev.seaworthy.manifest.edit;

import dev.seaworthy.manifest.Absent;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.manifest.Sequence;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * How far a path leads in an object.
 *
 * @param value the last value on the way that is written
 * @param parent what holds it; absent for the root
 * @param entry the value with its key, if it has one
 * @param isInFlow whether its parent, or something above, is written with braces or brackets
 * @param rest the steps for which nothing is written
 */
record Spot(
    Node value,
    Node parent,
    Optional<Mapping.Entry> entry,
    boolean isInFlow,
    List<FieldPath> rest) {

  static Spot find(Node root, FieldPath path, TextLayout layout) {
    List<FieldPath> steps = path.steps();
    Spot spot = new Spot(root, Absent.INSTANCE, Optional.empty(), false, steps);
    while (!spot.rest.isEmpty()) {
      Spot next = spot.next(layout);
      if (next == spot) {
        break;
      }
      spot = next;
    }
    return spot;
  }

  private Spot next(TextLayout layout) {
    FieldPath step = rest.get(0);
    List<FieldPath> further = rest.subList(1, rest.size());
    boolean flow = isInFlow || layout.isFlow(value);
    if (step.isIndex()) {
      Node item = value.get(Integer.parseInt(step.lastStep()));
      return item == Absent.INSTANCE
          ? this
          : new Spot(item, value, Optional.empty(), flow, further);
    }
    if (value instanceof Mapping mapping && mapping.has(step.lastStep())) {
      Mapping.Entry found = Objects.requireNonNull(mapping.find(step.lastStep()));
      return new Spot(found.value(), value, Optional.of(found), flow, further);
    }
    return this;
  }

  /** The step that is missing. */
  FieldPath missing() {
    return rest.get(0);
  }

  /** What has to be written for the missing step so that {@code end} stands at the end of the path. */
  Node wrapped(Node end) throws NotEditable {
    Node value = end;
    for (int i = rest.size() - 1; i > 0; i--) {
      FieldPath step = rest.get(i);
      if (!step.isIndex()) {
        value = Mapping.of(step.lastStep(), value);
      } else if (step.lastStep().equals("0")) {
        value = Sequence.of(List.of(value));
      } else {
        throw new NotEditable("items before it are missing");
      }
    }
    return value;
  }

  /** Whether this is written, and holds nothing. */
  boolean isEmpty() {
    return value.size() == 0
        && (value.isMapping() || value.isSequence() || value instanceof Scalar s && s.isAbsent());
  }
}
