package dev.seaworthy.simulate.surroundings;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.api.ObjectKey;
import dev.seaworthy.api.Resource;
import dev.seaworthy.api.SystemNamespaces;
import dev.seaworthy.api.catalog.KnownKinds;
import dev.seaworthy.diagnostic.NameIndex;
import dev.seaworthy.graph.InputObject;
import dev.seaworthy.graph.NearMiss;
import dev.seaworthy.graph.Reference;
import dev.seaworthy.graph.ResourceGraph;
import dev.seaworthy.graph.Unit;
import dev.seaworthy.graph.Units;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.simulate.store.Kinds;
import dev.seaworthy.simulate.volume.StorageClass;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a cluster holds beside an input. Where nothing speaks against it, what objects name is taken
 * to be there. It is missing where the input has one of nearly the same name, or of this name in
 * another namespace, if that is applied with what names it: then the name is probably a slip ({@link
 * NearMiss}, by which lint judges, too);
 * and where the input has it, but a server refuses it. Others of its kind say nothing: a program, an
 * operator or a person makes many a Secret that no file holds. What an operator makes of an object of
 * the input is there in any case.
 */
public final class Surroundings {

  private static final Set<GroupKind> NEEDED = Set.of(
      Kinds.CONFIG_MAP,
      Kinds.SECRET,
      Kinds.SERVICE_ACCOUNT,
      Kinds.PRIORITY_CLASS,
      Kinds.RUNTIME_CLASS,
      Kinds.STORAGE_CLASS,
      Kinds.PERSISTENT_VOLUME,
      Kinds.PERSISTENT_VOLUME_CLAIM);

  private static final FieldPath NAMESPACE = FieldPath.of("metadata", "namespace");

  /** What kubelets look for; where stories were recorded nobody did. */
  private static final Set<GroupKind> NEEDED_IN_STORIES = Set.of(Kinds.CONFIG_MAP, Kinds.SECRET);

  private final String namespace;
  private final Set<GroupKind> needed;
  private final Assume assume;
  private final ResourceGraph graph;
  private final Set<ObjectKey> refused = new HashSet<>();
  private final Map<ObjectKey, Assumption> assumed = new LinkedHashMap<>();
  private final Map<ObjectKey, Placeholder> placeholders = new LinkedHashMap<>();

  private Surroundings(
      Collection<InputObject> objects, String namespace, Set<GroupKind> needed, Assume assume) {
    this.namespace = namespace;
    this.needed = needed;
    this.assume = assume;
    this.graph = ResourceGraph.of(List.copyOf(objects), namespace, KnownKinds.builtIn());
  }

  /** What there is beside {@code objects}; those without a namespace go to {@code namespace}. */
  public static Surroundings of(Collection<InputObject> objects, String namespace, Assume assume) {
    return of(objects, List.of(), namespace, assume);
  }

  /** The same; what operators make of the objects {@code beside} them, which nobody applies, is there. */
  public static Surroundings of(
      Collection<InputObject> objects,
      Collection<InputObject> beside,
      String namespace,
      Assume assume) {
    List<InputObject> makers =
        beside.stream().filter(object -> !isNeeded(object)).toList();
    List<InputObject> all = new ArrayList<>(objects);
    all.addAll(makers);
    Surroundings surroundings = new Surroundings(all, namespace, NEEDED, assume);
    beside.stream()
        .filter(Surroundings::isNeeded)
        .map(surroundings.graph::keyOf)
        .forEach(surroundings.refused::add);
    surroundings.lookForNamespaces(objects);
    surroundings.lookForReferences(objects);
    surroundings.lookForDefaultClass(objects);
    return surroundings;
  }

  /** What there is beside the {@code objects} of a story: its API server has nothing but these. */
  public static Surroundings ofStory(
      Collection<InputObject> objects, String namespace, Assume assume) {
    Surroundings surroundings = new Surroundings(objects, namespace, NEEDED_IN_STORIES, assume);
    surroundings.lookForReferences(objects);
    return surroundings;
  }

  /** How the objects of the input point at each other, and what operators make of them. */
  public ResourceGraph graph() {
    return graph;
  }

  /** What is taken to be there, in the order in which it is needed. */
  public List<Assumption> assumptions() {
    return List.copyOf(assumed.values());
  }

  /** The class that is taken to be the default one, if the input leaves one to the cluster. */
  Optional<ObjectKey> defaultClass() {
    return Optional.of(new ObjectKey(Kinds.STORAGE_CLASS, "", Placeholder.DEFAULT_CLASS))
        .filter(placeholders::containsKey);
  }

  /** The objects that are there before anything is applied, namespaces first. */
  public List<Resource> objects() {
    return placeholders.values().stream().flatMap(Placeholder::objects).toList();
  }

  private void lookForNamespaces(Collection<InputObject> objects) {
    List<String> given = new ArrayList<>();
    objects.stream()
        .filter(object -> object.kind().equals(Kinds.NAMESPACE))
        .map(InputObject::name)
        .forEach(given::add);
    Set<String> known = new HashSet<>(SystemNamespaces.ALL);
    known.add(namespace);
    known.addAll(given);
    NameIndex names = NameIndex.of(given);
    for (InputObject object : objects) {
      String named = object.resource().namespace();
      boolean isProbablyASlip = names.nearest(named).isPresent();
      if (!named.isEmpty() && known.add(named) && isAssumed() && !isProbablyASlip) {
        assume(new ObjectKey(Kinds.NAMESPACE, "", named), object, NAMESPACE);
      }
    }
  }

  private void lookForReferences(Collection<InputObject> objects) {
    objects.stream()
        .filter(object -> KnownKinds.builtIn().makesPods(object.kind())
            || object.kind().equals(Kinds.PERSISTENT_VOLUME_CLAIM))
        .flatMap(object -> graph.referencesOf(object).stream())
        .forEach(this::look);
  }

  /** A claim that names no class gets the default one, of which the input need not know. */
  private void lookForDefaultClass(Collection<InputObject> objects) {
    ObjectKey key = new ObjectKey(Kinds.STORAGE_CLASS, "", Placeholder.DEFAULT_CLASS);
    boolean isGiven = objects.stream()
        .filter(object -> object.kind().equals(Kinds.STORAGE_CLASS))
        .anyMatch(object -> new StorageClass(object.resource()).isDefault());
    if (isAssumed() && !isGiven && graph.findAnywhere(key).isEmpty()) {
      objects.stream()
          .flatMap(object ->
              ClaimSpecs.withoutClass(object).stream().map(path -> Map.entry(object, path)))
          .findFirst()
          .ifPresent(claim -> assume(key, claim.getKey(), claim.getValue()));
    }
  }

  /** One that is refused is not there. */
  private static boolean isNeeded(InputObject object) {
    return NEEDED.contains(object.kind());
  }

  private boolean isAssumed() {
    return assume == Assume.EXISTING;
  }

  private void assume(ObjectKey key, InputObject from, FieldPath path) {
    assume(key, from, path, Optional.empty());
  }

  private void assume(
      ObjectKey key, InputObject from, FieldPath path, Optional<InputObject> maker) {
    assumed.putIfAbsent(key, new Assumption(key, from, path, maker));
    placeholders.computeIfAbsent(key, Placeholder::new);
  }

  private void look(Reference reference) {
    ObjectKey key = reference.target();
    if (!needed.contains(key.kind()) || !graph.findAnywhere(key).isEmpty()) {
      return;
    }
    if (graph.isProvided(key)) {
      placeholders.computeIfAbsent(key, Placeholder::new);
      graph.providersOf(key).stream()
          .findFirst()
          .ifPresent(maker -> assume(key, reference.from(), reference.path(), Optional.of(maker)));
    } else if (!reference.optional() && isAssumed() && !isContradicted(reference)) {
      assume(key, reference.from(), reference.path());
    }
    Placeholder placeholder = placeholders.get(key);
    if (placeholder != null) {
      placeholder.takes(reference);
    }
  }

  private boolean isContradicted(Reference reference) {
    ObjectKey key = reference.target();
    return refused.contains(key)
        || NearMiss.of(key, graph)
            .filter(near -> isSeen(near, reference.from()))
            .isPresent();
  }

  /** What is called the same in another namespace and lies in another folder is another's own. */
  private boolean isSeen(NearMiss near, InputObject from) {
    if (near.reason() == NearMiss.Reason.OTHER_NAME) {
      return true;
    }
    List<Unit> seen = Units.FOLDERS.seenFrom(from.file());
    return Stream.concat(
            graph
                .ofKind(near.key().kind())
                .filter(object -> object.name().equals(near.key().name())),
            graph.providersOf(near.key()).stream())
        .anyMatch(object -> seen.contains(Units.FOLDERS.seenFrom(object.file()).get(0)));
  }
}
