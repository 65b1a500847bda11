package dev.seaworthy.lint.check;

import dev.seaworthy.graph.PodTemplate;
import dev.seaworthy.graph.ResourceGraph;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * What is known of pods by their labels alone: pods of the same labels in one namespace are selected by
 * the same objects, so that these are gone through once. Safe for use by several threads.
 */
final class AlikePods<T> {

  private final ResourceGraph graph;
  private final Function<PodTemplate, T> answer;
  private final Map<Pods, T> known = new ConcurrentHashMap<>();

  /** {@code answer} depends on nothing but the namespace and the labels of pods. */
  AlikePods(ResourceGraph graph, Function<PodTemplate, T> answer) {
    this.graph = graph;
    this.answer = answer;
  }

  private record Pods(String namespace, Map<String, String> labels) {}

  T of(PodTemplate template) {
    Pods pods = new Pods(graph.namespaceOf(template.owner()), template.labels());
    T found = known.get(pods);
    if (found == null) {
      found = answer.apply(template);
      known.put(pods, found);
    }
    return found;
  }
}
