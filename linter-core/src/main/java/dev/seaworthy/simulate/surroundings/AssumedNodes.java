package dev.seaworthy.simulate.surroundings;

import dev.seaworthy.graph.InputObject;
import dev.seaworthy.simulate.NodeShape;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The nodes of a cluster that nobody has described. They have what nodes have: each is in a zone, three
 * of them in three. Nobody knows here which further labels the real ones carry, so that those that pods
 * or volumes cannot do without are taken to be there, as objects are; of a label with several values
 * the nodes have them in turn.
 *
 * @param shapes of the nodes, by their names
 * @param texts what is taken to be so beside their number and size, a phrase each
 */
public record AssumedNodes(Map<String, NodeShape> shapes, List<String> texts) {

  private static final String ZONE = NodeDemands.ZONE;
  private static final String REGION = "topology.kubernetes.io/region";

  /** As many as clouds have as a rule, and as a spread over zones needs. */
  private static final int ZONES = 3;

  /** Which system nodes run is no label that anybody could set. */
  private static final Set<String> FIXED = Set.of("kubernetes.io/os", "beta.kubernetes.io/os");

  private static final List<String> USUAL_ARCHITECTURE = List.of("amd64");

  public AssumedNodes {
    shapes = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(shapes));
    texts = List.copyOf(texts);
  }

  /** {@code count} nodes, called {@code prefix} and a number, in zones, and otherwise bare. */
  public static AssumedNodes bare(String prefix, int count, NodeShape shape) {
    List<String> names = names(prefix, count, Set.of());
    return new AssumedNodes(shaped(names, shape, inZones(count, List.of())), List.of());
  }

  /** The same with what {@code objects} demand of nodes; those that they name are among them. */
  public static AssumedNodes suiting(
      Collection<InputObject> objects, String prefix, int count, NodeShape shape) {
    NodeDemands demands = NodeDemands.of(objects);
    List<String> names = names(prefix, count, demands.names());
    List<String> zones = List.copyOf(demands.values().getOrDefault(ZONE, Set.of()));
    List<Map<String, String>> labels = inZones(names.size(), zones);
    List<String> texts = new ArrayList<>();
    if (!demands.names().isEmpty()) {
      texts.add("nodes are called " + String.join(", ", demands.names()));
    }
    if (demands.domains().contains(ZONE) || !zones.isEmpty()) {
      texts.add("nodes are in the zones "
          + labels.stream()
              .map(each -> each.get(ZONE))
              .distinct()
              .collect(Collectors.joining(", ")));
    }
    demands.values().forEach((key, values) -> {
      List<String> given = values.isEmpty() ? List.of("") : List.copyOf(values);
      boolean isUsual = key.endsWith("kubernetes.io/arch") && given.equals(USUAL_ARCHITECTURE);
      if (!key.equals(ZONE) && !FIXED.contains(key) && !isUsual) {
        inTurn(key, given, labels);
        texts.add("nodes have the label " + labelled(key, given));
      }
    });
    for (String key : demands.domains()) {
      if (!key.equals(ZONE) && !key.equals(REGION) && !demands.values().containsKey(key)) {
        inTurn(key, names, labels);
        texts.add("each node has a label " + key + " of its own");
      }
    }
    return new AssumedNodes(shaped(names, shape, labels), texts);
  }

  private static String labelled(String key, List<String> values) {
    return values.stream()
        .map(value -> value.isEmpty() ? key : key + "=" + value)
        .collect(Collectors.joining(" or "));
  }

  private static void inTurn(String key, List<String> values, List<Map<String, String>> labels) {
    for (int i = 0; i < labels.size(); i++) {
      labels.get(i).put(key, values.get(i % values.size()));
    }
  }

  /** Those that are named first, then others until there are as many as were asked for. */
  private static List<String> names(String prefix, int count, Set<String> named) {
    Set<String> names = new LinkedHashSet<>();
    List<String> usual =
        IntStream.rangeClosed(1, count).mapToObj(i -> prefix + i).toList();
    named.stream().filter(name -> !usual.contains(name)).forEach(names::add);
    for (String name : usual) {
      if (names.size() < count || named.contains(name)) {
        names.add(name);
      }
    }
    return List.copyOf(names);
  }

  private static List<Map<String, String>> inZones(int count, List<String> given) {
    List<String> zones = given.isEmpty()
        ? IntStream.rangeClosed(1, ZONES).mapToObj(i -> "zone-" + i).toList()
        : given;
    List<Map<String, String>> labels = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      labels.add(new LinkedHashMap<>(Map.of(ZONE, zones.get(i % zones.size()))));
      labels.get(i).put(REGION, "region-1");
    }
    return labels;
  }

  private static Map<String, NodeShape> shaped(
      List<String> names, NodeShape shape, List<Map<String, String>> labels) {
    Map<String, NodeShape> shapes = new LinkedHashMap<>();
    for (int i = 0; i < names.size(); i++) {
      Map<String, String> all = new LinkedHashMap<>(labels.get(i));
      all.putAll(shape.labels());
      shapes.put(names.get(i), shape.labelled(all));
    }
    return shapes;
  }
}
