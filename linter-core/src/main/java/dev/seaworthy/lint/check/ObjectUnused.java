package dev.seaworthy.lint.check;

import dev.seaworthy.api.ObjectKey;
import dev.seaworthy.graph.InputObject;
import dev.seaworthy.graph.ResourceGraph;
import dev.seaworthy.lint.Finding;
import dev.seaworthy.lint.RelationCheck;
import dev.seaworthy.lint.RelationContext;
import dev.seaworthy.lint.Wildcard;
import dev.seaworthy.manifest.FieldPath;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Objects that nothing in the input names. */
final class ObjectUnused implements RelationCheck {

  private static final Set<String> READ_BY_THE_CLUSTER = Set.of(
      "kubernetes.io/service-account-token", "helm.sh/release.v1", "bootstrap.kubernetes.io/token");

  private static final Set<String> STANDING =
      Set.of("kube-root-ca.crt", "openshift-service-ca.crt", "default");

  private static final String LEADER = "control-plane.alpha.kubernetes.io/leader";

  /** In the names of objects by which programs choose a leader. */
  private static final List<String> LEADERS = List.of("leader-election", "-leader-", "-leader.");

  @Override
  public List<Finding> check(InputObject object, RelationContext context) {
    ResourceGraph graph = context.graph();
    return isForOthers(object, context.texts("watchedLabels"))
            || graph.isOfPlatform(graph.namespaceOf(object))
            || isNamed(object, graph)
        ? List.of()
        : List.of(Finding.at(
            object, FieldPath.of("metadata", "name"), "nothing in the input names this"));
  }

  private static boolean isNamed(InputObject object, ResourceGraph graph) {
    ObjectKey key = graph.keyOf(object);
    Set<String> mentioned =
        graph.derivedOfAll(MentionedNames.class, MentionedNames::of).texts();
    Set<String> elsewhere = NamesElsewhere.in(graph).names();
    return isReferredTo(key, graph)
        || mentioned.contains(object.name())
        || elsewhere.contains(object.name())
        || object.placement().customization().affixes().stream()
            .map(affix -> affix.around(object.name()))
            .anyMatch(name -> mentioned.contains(name)
                || elsewhere.contains(name)
                || isReferredTo(new ObjectKey(key.kind(), key.namespace(), name), graph));
  }

  /** Where either of the two names no namespace, both may be applied to the same one. */
  private static boolean isReferredTo(ObjectKey key, ResourceGraph graph) {
    Stream<String> others = key.namespace().isEmpty() ? graph.namespaces().stream() : Stream.of("");
    return Stream.concat(Stream.of(key.namespace()), others)
        .map(namespace -> new ObjectKey(key.kind(), namespace, key.name()))
        .anyMatch(named -> !graph.referrersOf(named).isEmpty());
  }

  /** Whether something finds it by its labels, its type or its purpose. */
  private static boolean isForOthers(InputObject object, List<String> watched) {
    boolean isWatched = Stream.concat(
            object.resource().labels().keySet().stream(),
            object.resource().annotations().keySet().stream())
        .anyMatch(key -> watched.stream().anyMatch(pattern -> Wildcard.matches(pattern, key)));
    return isWatched
        || SwitchLabel.isAt(object.resource())
        || STANDING.contains(object.name())
        || READ_BY_THE_CLUSTER.contains(object.resource().at("type").text())
        || object.resource().annotations().containsKey(LEADER)
        || LEADERS.stream().anyMatch(object.name()::contains);
  }
}
