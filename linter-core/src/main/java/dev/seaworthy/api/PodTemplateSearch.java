package dev.seaworthy.api;

import dev.seaworthy.manifest.FieldPath;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Looks in a type for what pods are made of: a struct whose {@code spec} is a PodSpec. A custom
 * resource's type has no names, so that one knows a PodSpec by its containers.
 */
final class PodTemplateSearch {

  private static final String POD_SPEC = "core/v1.PodSpec";

  /** The field beside the template that only what runs to its end has (batch/v1.JobSpec). */
  private static final String BACKOFF_LIMIT = "backoffLimit";

  private record Step(Type.Struct struct, FieldPath path, boolean runsToItsEnd) {}

  private PodTemplateSearch() {}

  /** The place that is nearest to the root of {@code type}; items of lists are not looked into. */
  static Optional<PodTemplatePlace> in(Type.Struct type) {
    Set<String> seen = new HashSet<>();
    Deque<Step> ahead = new ArrayDeque<>();
    ahead.add(new Step(type, FieldPath.ROOT, false));
    while (!ahead.isEmpty()) {
      Step step = ahead.remove();
      if (isTemplate(step.struct())) {
        return Optional.of(new PodTemplatePlace(step.path(), step.runsToItsEnd()));
      }
      boolean ends = step.struct().field(BACKOFF_LIMIT).isPresent();
      for (Field field : step.struct().fields()) {
        if (isWorthLookingInto(field, step.path())
            && field.type() instanceof Type.Struct inner
            && seen.add(inner.name())) {
          ahead.add(new Step(inner, step.path().child(field.name()), ends));
        }
      }
    }
    return Optional.empty();
  }

  /** What the server fills in, and what every object has, makes no pods. */
  private static boolean isWorthLookingInto(Field field, FieldPath in) {
    return !(in.isRoot() && (field.name().equals("metadata") || field.name().equals("status")));
  }

  private static boolean isTemplate(Type.Struct struct) {
    return struct
        .field("spec")
        .filter(spec -> spec.type() instanceof Type.Struct type && isPodSpec(type))
        .isPresent();
  }

  private static boolean isPodSpec(Type.Struct struct) {
    return struct.name().equals(POD_SPEC)
        || struct
            .field("containers")
            .filter(containers -> containers.type() instanceof Type.ListOf list
                && list.item() instanceof Type.Struct item
                && item.field("image").isPresent()
                && item.field("name").isPresent()
                && item.field("command").isPresent())
            .isPresent();
  }
}
