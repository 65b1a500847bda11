package dev.seaworthy.lint;

import dev.seaworthy.api.ObjectKey;
import dev.seaworthy.graph.InputObject;
import dev.seaworthy.graph.NearMiss;
import dev.seaworthy.graph.Reference;
import dev.seaworthy.graph.ResourceGraph;
import dev.seaworthy.lint.LintSettings.World;
import dev.seaworthy.manifest.OpenValue;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Whether to tell of an object that the input does not hold: it may exist elsewhere. Decided by the
 * setting and by the evidence that the input gives.
 */
public final class ClosedWorld {

  private final ResourceGraph graph;
  private final LintSettings settings;

  ClosedWorld(ResourceGraph graph, LintSettings settings) {
    this.graph = graph;
    this.settings = settings;
  }

  /** Something that is missing, with what was probably meant. */
  public record Missing(ObjectKey key, Optional<NearMiss> near) {}

  /** What {@code reference} names, if that is missing and worth telling. */
  public Optional<Missing> missing(Reference reference) {
    ObjectKey key = reference.target();
    boolean isOpen =
        isGivenLater(reference) || isMovedAlong(reference) || isWrittenLater(reference);
    return isOpen || !isClosed() && mayBeMadeOrMeant(reference)
        ? Optional.empty()
        : missing(key).filter(missing -> isClosed() || !mayGoThere(reference));
  }

  /** Whether the target stands there without a namespace, and will have one when it is applied. */
  private boolean isGivenLater(Reference reference) {
    ObjectKey without = new ObjectKey(reference.kind(), "", reference.name());
    return reference.namespaceWritten()
        ? graph.isProvided(without)
        : isAnyBuilt(graph.find(without)) || isAnyBuilt(graph.providersOf(without));
  }

  private static boolean isAnyBuilt(List<InputObject> objects) {
    return !objects.isEmpty() && objects.stream().anyMatch(ClosedWorld::isBuilt);
  }

  /** Whoever applies what a kustomization builds may say the namespace there, or to a tool. */
  private static boolean isBuilt(InputObject object) {
    return !object.placement().unit().isEmpty();
  }

  /** Whether the referrer names no namespace, and may be applied to where the target is. */
  private boolean mayGoThere(Reference reference) {
    return !reference.namespaceWritten()
        && reference.namespace().isEmpty()
        && graph.isInAnyNamespace(reference.kind(), reference.name());
  }

  /** Whether a kustomization puts referrer and target into one namespace, whatever is written. */
  private boolean isMovedAlong(Reference reference) {
    Set<String> namespaces = reference.from().placement().customization().namespaces();
    return !namespaces.isEmpty()
        && namespaces.stream()
            .map(to -> new ObjectKey(reference.kind(), to, reference.name()))
            .anyMatch(there -> graph.isProvided(there) || !isClosed() && graph.mayBeMade(there));
  }

  /** Whether the name itself is only written on the way to the cluster, as {@code {CLASS}} is. */
  private static boolean isWrittenLater(Reference reference) {
    return OpenValue.is(reference.name())
        || reference.name().contains("$(")
        || reference.name().indexOf('{') >= 0;
  }

  /** Whether a program of the input makes it, or a patch gives its name to another object. */
  private boolean mayBeMadeOrMeant(Reference reference) {
    return graph.derivedOfAll(NamesInArguments.class, NamesInArguments::of).mayBeMade(reference)
        || graph.derivedOfAll(RenamedKinds.class, RenamedKinds::of).mayBeMeantBy(reference);
  }

  /** The object of that name, if it is missing and worth telling. */
  public Optional<Missing> missing(ObjectKey key) {
    if (settings.references() == World.OPEN || isKnown(key)) {
      return Optional.empty();
    }
    Optional<NearMiss> near = NearMiss.of(key, graph);
    boolean evident = settings.references() == World.CLOSED || near.isPresent() || hasLikes(key);
    return evident ? Optional.of(new Missing(key, near)) : Optional.empty();
  }

  /**
   * Whether the input has objects of the kind where this one is looked for. What lives outside
   * namespaces every part of a cluster has some of: that says something only of what is applied with
   * it.
   */
  private boolean hasLikes(ObjectKey key) {
    if (graph.isClusterScoped(key.kind())) {
      return graph.hasOwn(key.kind());
    }
    return !graph.isOfPlatform(key.namespace())
        && graph.hasAny(key.kind(), key.namespace())
        && !graph.areKeptElsewhere(key.kind(), key.namespace());
  }

  /**
   * Whether the input neither has the object nor brings it into being: for rules that tell of that
   * without asking for evidence.
   */
  public boolean isAbsent(ObjectKey key) {
    return !isOpen() && !isKnown(key);
  }

  private boolean isKnown(ObjectKey key) {
    return graph.isProvided(key)
        || isInDefault(key)
        || graph.mayBeUnreadable(key)
        || !isClosed() && graph.mayBeMade(key)
        || settings.external().stream().anyMatch(external -> external.covers(key));
  }

  private boolean isInDefault(ObjectKey key) {
    return graph.isDefault(key.namespace())
        && !graph.isClusterScoped(key.kind())
        && graph.isProvided(
            new ObjectKey(key.kind(), graph.otherDefault(key.namespace()), key.name()));
  }

  /** Whether everything that is missing is to be told. */
  public boolean isClosed() {
    return settings.references() == World.CLOSED;
  }

  /** Whether only what is certainly wrong is to be told. */
  public boolean isOpen() {
    return settings.references() == World.OPEN;
  }

  /** Whether a selector that selects nothing in {@code namespace} is worth telling without a near miss. */
  public boolean tellsOfSelectors(String namespace) {
    return switch (settings.references()) {
      case OPEN -> false;
      case CLOSED -> !graph.mayHaveUnreadablePods(namespace);
      case AUTO ->
        graph.pods().hasPods(namespace)
            && !graph.isOfPlatform(namespace)
            && !graph.mayHaveUnreadablePods(namespace);
    };
  }
}
