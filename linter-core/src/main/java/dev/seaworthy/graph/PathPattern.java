package dev.seaworthy.graph;

import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.manifest.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A path with wildcards: {@code volumes[].configMap} leads to the {@code configMap} of every volume,
 * {@code metadata.labels[example.com/name]} to a key with dots in it.
 */
public final class PathPattern {

  /** A name, {@code []} for each item, or a key in brackets. */
  private static final Pattern STEP = Pattern.compile("[^.\\[\\]]+|\\[]|\\[(?<key>[^\\]]+)]");

  private final List<String> steps;

  private PathPattern(List<String> steps) {
    this.steps = steps;
  }

  /** Reads {@code a.b[].c} and {@code a[b.c]}; the empty text leads to the start itself. */
  public static PathPattern parse(String text) {
    List<String> steps = new ArrayList<>();
    Matcher matcher = STEP.matcher(text);
    while (matcher.find()) {
      String key = matcher.group("key");
      steps.add(key == null ? matcher.group() : key);
    }
    return new PathPattern(List.copyOf(steps));
  }

  /** Every place below {@code start} that this leads to and where something is written. */
  public List<FieldPath> resolve(Node root, FieldPath start) {
    List<FieldPath> found = new ArrayList<>();
    collect(start.resolve(root), start, 0, found);
    return found;
  }

  private void collect(Node node, FieldPath path, int step, List<FieldPath> found) {
    if (node.isAbsent()) {
      return;
    }
    if (step == steps.size()) {
      found.add(path);
    } else if (steps.get(step).equals("[]")) {
      for (int i = 0; i < node.items().size(); i++) {
        collect(node.get(i), path.index(i), step + 1, found);
      }
    } else {
      String name = steps.get(step);
      Node below = node.get(name);
      if (below.isPresent()) {
        collect(below, path.child(name), step + 1, found);
      }
    }
  }

  /** This pattern as a path; for patterns without wildcards. */
  public FieldPath under(FieldPath start) {
    FieldPath path = start;
    for (String step : steps) {
      path = path.child(step);
    }
    return path;
  }

  /** Whether this leads to the items of lists. */
  public boolean hasWildcard() {
    return steps.contains("[]");
  }
}
