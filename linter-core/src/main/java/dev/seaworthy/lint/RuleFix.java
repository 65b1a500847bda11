package dev.seaworthy.lint;

import dev.seaworthy.manifest.Node;
import java.util.List;
import java.util.Map;

/**
 * How a rule's folder says that what it finds can be mended. Places are written like those to point at:
 * from what the rule judges, {@code pod/} from the pod spec, {@code /} from the object.
 *
 * @param put the values to write, by place
 * @param remove the places to take out; the empty one is what the rule judges
 * @param rename the new names of keys, by place
 * @param safe whether the object means the same afterwards
 */
public record RuleFix(
    Map<String, Node> put, List<String> remove, Map<String, String> rename, boolean safe) {

  public RuleFix {
    remove = List.copyOf(remove);
  }
}
