package dev.seaworthy.lint;

import dev.seaworthy.graph.InputObject;
import dev.seaworthy.graph.PathPattern;
import dev.seaworthy.graph.PodTemplate;
import dev.seaworthy.manifest.FieldPath;

/**
 * A place as a rule's file writes it: {@code /a} is counted from the object, {@code pod/a} from the pod
 * spec, {@code a} from what the rule judges.
 */
record Mark(Base base, PathPattern path) {

  /** Where a place is counted from. */
  private enum Base {
    OBJECT("/"),
    POD("pod/"),
    JUDGED("");

    private final String prefix;

    Base(String prefix) {
      this.prefix = prefix;
    }
  }

  static Mark parse(String text) {
    Base base =
        text.startsWith("/") ? Base.OBJECT : text.startsWith("pod/") ? Base.POD : Base.JUDGED;
    return new Mark(base, PathPattern.parse(text.substring(base.prefix.length())));
  }

  /** The place in {@code object}, where the rule judges what is at {@code judged}. */
  FieldPath in(InputObject object, FieldPath judged) {
    return path.under(
        switch (base) {
          case OBJECT -> FieldPath.ROOT;
          case POD -> object.template().map(PodTemplate::specPath).orElse(FieldPath.ROOT);
          case JUDGED -> judged;
        });
  }
}
