package dev.seaworthy.lint;

import dev.seaworthy.manifest.Node;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How a rule's folder says that what it finds can be mended. Places are written like those to point at:
 * from what the rule judges, {@code pod/} from the pod spec, {@code /} from the object. Without any
 * change it is the rule's Java that knows what to change.
 *
 * @param put the values to write, by place
 * @param remove the places to take out; the empty one is what the rule judges
 * @param rename the new names of keys, by place
 * @param safe whether the object means the same afterwards
 */
public record RuleFix(
    Map<String, Node> put, List<String> remove, Map<String, String> rename, Safety safe) {

  public RuleFix {
    remove = List.copyOf(remove);
  }

  /** Whether an object means the same when it is mended. */
  public enum Safety {
    /** It does. */
    TRUE,
    /** Only its author can judge. */
    FALSE,
    /** Some of what the rule's Java changes is safe. */
    SOMETIMES;

    /** That of the word of a rule file. */
    public static Optional<Safety> find(String word) {
      return Stream.of(values())
          .filter(safety -> safety.name().toLowerCase(Locale.ROOT).equals(word))
          .findFirst();
    }
  }

  /** Whether it says itself what to change. */
  public boolean isComplete() {
    return put.size() + remove.size() + rename.size() > 0;
  }
}
