package dev.seaworthy.graph;

import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.manifest.Node;
import java.util.ArrayList;
import java.util.List;

/**
 * A path with wildcards: {@code volumes[].configMap} leads to the {@code configMap} of every volume,
 * {@code metadata.labels[example.com/name]} to a key with dots in it.
 */
public final class PathPattern {

  /** The step to every item of a list. */
  private static final String EACH = "[]";

  private final List<String> steps;

  private PathPattern(List<String> steps) {
    this.steps = steps;
  }

  /** Reads {@code a.b[].c} and {@code a[b.c]}; the empty text leads to the start itself. */
  public static PathPattern parse(String text) {
    List<String> steps = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      if (text.charAt(at) == '.') {
        at++;
        continue;
      }
      boolean bracket = text.charAt(at) == '[';
      int end = bracket ? text.indexOf(']', at) : endOfName(text, at);
      if (end < 0) {
        throw new IllegalArgumentException("a bracket is open in the path " + text);
      }
      boolean key = bracket && end > at + 1;
      int next = bracket ? end + 1 : end;
      String step = key ? text.substring(at + 1, end) : text.substring(at, next);
      steps.add(step.intern());
      at = next;
    }
    return new PathPattern(List.copyOf(steps));
  }

  /** The names of fields and keys on the way; {@code []} stands for each item of a list. */
  public List<String> steps() {
    return steps;
  }

  private static int endOfName(String text, int from) {
    int end = from;
    while (end < text.length() && text.charAt(end) != '.' && text.charAt(end) != '[') {
      end++;
    }
    return end;
  }

  /** A place, and what is written there. */
  public record Place(FieldPath path, Node value) {}

  /** Every place below {@code start} that this leads to and where something is written. */
  public List<FieldPath> resolve(Node root, FieldPath start) {
    List<Place> places = places(start.resolve(root), start);
    List<FieldPath> paths = new ArrayList<>(places.size());
    for (Place place : places) {
      paths.add(place.path());
    }
    return paths;
  }

  /** Every place below {@code start}, at which {@code value} stands, where this leads to something. */
  public List<Place> places(Node value, FieldPath start) {
    if (!leadsAnywhere(value)) {
      return List.of();
    }
    List<Place> found = new ArrayList<>();
    collect(value, start, 0, found);
    return found;
  }

  private void collect(Node node, FieldPath path, int step, List<Place> found) {
    if (node.isAbsent()) {
      return;
    }
    if (step == steps.size()) {
      found.add(new Place(path, node));
    } else if (steps.get(step).equals(EACH)) {
      List<Node> items = node.items();
      for (int i = 0; i < items.size(); i++) {
        collect(items.get(i), path.index(i), step + 1, found);
      }
    } else {
      String name = steps.get(step);
      Node below = node.get(name);
      if (below.isPresent()) {
        collect(below, path.child(name), step + 1, found);
      }
    }
  }

  /** Whether something is written below {@code start} where this leads to. */
  public boolean leadsAnywhere(Node start) {
    return leadsAnywhere(start, 0);
  }

  private boolean leadsAnywhere(Node start, int first) {
    Node node = start;
    for (int step = first; step < steps.size(); step++) {
      String name = steps.get(step);
      if (name.equals(EACH)) {
        return leadsAnywhereInAny(node.items(), step + 1);
      }
      node = node.get(name);
    }
    return node.isPresent();
  }

  private boolean leadsAnywhereInAny(List<Node> items, int step) {
    for (int i = 0; i < items.size(); i++) {
      if (leadsAnywhere(items.get(i), step)) {
        return true;
      }
    }
    return false;
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
    return steps.contains(EACH);
  }
}
