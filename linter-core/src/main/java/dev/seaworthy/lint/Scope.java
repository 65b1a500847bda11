package dev.seaworthy.lint;

import dev.seaworthy.api.Release;
import dev.seaworthy.cel.CelProgram;
import dev.seaworthy.cel.PlainValues;
import dev.seaworthy.graph.Container;
import dev.seaworthy.graph.InputObject;
import dev.seaworthy.graph.PodTemplate;
import dev.seaworthy.graph.ResourceGraph;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.manifest.Node;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something that rules are asked of: an object, its pod spec or one of its containers.
 *
 * @param start where it lies in the object
 * @param node what lies there
 * @param template what the pods are made of, if it is about them
 * @param shared the variables that are the same for all rules
 */
record Scope(
    InputObject object,
    FieldPath start,
    Node node,
    Optional<PodTemplate> template,
    Map<String, Object> shared) {

  /** {@code graph} is there once all files are read. */
  static Scope ofObject(InputObject object, Optional<ResourceGraph> graph) {
    Map<String, Object> variables = new HashMap<>();
    variables.put(Vocabulary.OBJECT, PlainValues.of(object.resource().root()));
    graph.ifPresent(
        all -> variables.put(Vocabulary.IS_CLUSTER_SCOPED, all.isClusterScoped(object.kind())));
    return new Scope(object, FieldPath.ROOT, object.resource().root(), Optional.empty(), variables);
  }

  /** The pods of this object. */
  Scope pod(PodTemplate pods, Optional<ResourceGraph> graph, Release release) {
    Map<String, Object> variables = new HashMap<>(shared);
    variables.put(Vocabulary.POD, PlainValues.of(pods.spec()));
    variables.put(Vocabulary.WORKLOAD, new PodInGraph(pods, graph, release));
    return new Scope(object, pods.specPath(), pods.spec(), Optional.of(pods), variables);
  }

  /** A container of this pod. */
  Scope container(Container container) {
    Map<String, Object> variables = new HashMap<>(shared);
    variables.put(Vocabulary.CONTAINER, PlainValues.of(container.node()));
    variables.put(Vocabulary.ROLE, container.role().name().toLowerCase(Locale.ROOT));
    template.ifPresent(
        pods -> variables.put(Vocabulary.SECURITY, PlainValues.of(pods.securityOf(container))));
    return new Scope(object, container.path(), container.node(), template, variables);
  }

  /** The variables of one evaluation, of the value {@code self} at a place that ends in {@code field}. */
  CelProgram.Variables variables(Node self, String field, Map<String, Object> ofRule) {
    return new Variables(PlainValues.of(self), field, ofRule, shared);
  }

  private record Variables(
      Object self, String field, Map<String, Object> ofRule, Map<String, Object> shared)
      implements CelProgram.Variables {

    @Override
    public @Nullable Object find(String name) {
      return switch (name) {
        case Vocabulary.SELF -> self;
        case Vocabulary.FIELD -> field;
        default -> shared(name);
      };
    }

    private @Nullable Object shared(String name) {
      Object value = shared.get(name);
      return value != null ? value : ofRule.get(name);
    }
  }
}
