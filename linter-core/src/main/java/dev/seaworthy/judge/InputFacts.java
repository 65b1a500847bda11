package dev.seaworthy.judge;

import static java.util.Map.entry;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.api.GroupVersionKind;
import dev.seaworthy.api.Resource;
import dev.seaworthy.graph.Customization;
import dev.seaworthy.graph.Unit;
import dev.seaworthy.graph.Units;
import dev.seaworthy.manifest.Document;
import dev.seaworthy.manifest.ManifestReader;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.ReadLimits;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.project.FileRoles;
import dev.seaworthy.project.InputSource;
import dev.seaworthy.validate.ApiServer;
import dev.seaworthy.validate.admission.GivenObjects;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an input says about the clusters that it is for: the classes in it, namespaces with Pod Security
 * labels, limit ranges, quotas, policies and what these ask for. That it lacks one says nothing, for
 * the cluster may have it already. An object knows what its own unit holds and those that it sees: what
 * another unit holds may be for another cluster. Files are looked through when an object first asks.
 * Safe for use by several threads.
 */
public final class InputFacts {

  private static final String POLICIES = "admissionregistration.k8s.io";
  private static final GroupKind VALIDATING_POLICY =
      GroupKind.of(POLICIES, "ValidatingAdmissionPolicy");
  private static final GroupKind MUTATING_POLICY =
      GroupKind.of(POLICIES, "MutatingAdmissionPolicy");
  static final GroupKind NAMESPACE = GroupKind.of("", "Namespace");
  static final GroupKind STORAGE_CLASS = GroupKind.of("storage.k8s.io", "StorageClass");
  private static final GroupKind LIMIT_RANGE = GroupKind.of("", "LimitRange");
  private static final GroupKind RESOURCE_QUOTA = GroupKind.of("", "ResourceQuota");

  /** With the word that a file must have to hold one that matters. */
  private static final Map<GroupKind, String> KINDS = Map.ofEntries(
      entry(GroupKind.of("networking.k8s.io", "IngressClass"), "IngressClass"),
      entry(GroupKind.of("node.k8s.io", "RuntimeClass"), "RuntimeClass"),
      entry(GroupKind.of("scheduling.k8s.io", "PriorityClass"), "PriorityClass"),
      entry(STORAGE_CLASS, "StorageClass"),
      entry(NAMESPACE, "pod-security.kubernetes.io/"),
      entry(LIMIT_RANGE, "LimitRange"),
      entry(RESOURCE_QUOTA, "ResourceQuota"),
      entry(VALIDATING_POLICY, "ValidatingAdmissionPolicy"),
      entry(
          GroupKind.of(POLICIES, "ValidatingAdmissionPolicyBinding"), "ValidatingAdmissionPolicy"),
      entry(MUTATING_POLICY, "MutatingAdmissionPolicy"),
      entry(GroupKind.of(POLICIES, "MutatingAdmissionPolicyBinding"), "MutatingAdmissionPolicy"));

  /** So few files are looked through sooner than threads are made for them. */
  private static final int FEW = 32;

  private final List<InputSource> sources;
  private final FileRoles roles;
  private final Units units;
  private final Set<String> inFolders;
  private final Set<String> given;
  private final PreviousObjects previous;
  private final ApiServer server;
  private final boolean fillsIn;
  private final int threads;
  private @Nullable Known known;

  /** An object, and what kustomizations are yet to change in it. */
  private record Written(Document document, Customization changes) {}

  /** What was found, and the kinds that were looked for. */
  private record Known(ObjectsByUnit objects, Set<GroupKind> kinds) {}

  /**
   * Of an input and what was applied before it.
   *
   * @param sources the files of the input
   * @param given files that count for all objects, wherever these stand
   * @param roles what the files are by what stands beside them
   * @param units what is applied together
   * @param server fills in what it would store of an object; one that it refuses says nothing
   * @param fillsIn whether anybody looks at what is filled in for a class that an object leaves out;
   *     else the files need not be looked through for that
   * @param threads how many files to look through at a time
   */
  public InputFacts(
      List<InputSource> sources,
      List<InputSource> given,
      FileRoles roles,
      Units units,
      PreviousObjects previous,
      ApiServer server,
      boolean fillsIn,
      int threads) {
    this.inFolders = namesInFolders(sources);
    this.given = namesInFolders(given);
    this.sources = given.isEmpty() ? sources : together(given, sources);
    this.roles = roles;
    this.units = units;
    this.previous = previous;
    this.server = server;
    this.fillsIn = fillsIn;
    this.threads = threads;
  }

  /** What the whole input says, as if it were for one cluster. */
  GivenObjects everything() {
    return known().objects().all();
  }

  /** What is known where the objects of {@code file} go. */
  GivenObjects seenFrom(String file) {
    return inFolders.contains(file) ? known().objects().in(units.seenFrom(file)) : everything();
  }

  /** The files that were given beside the input and have bindings of policies that are nowhere. */
  List<JudgedFile> danglingBindings() {
    if (given.isEmpty()) {
      return List.of();
    }
    DanglingBindings dangling = new DanglingBindings(everything());
    return sources.stream()
        .filter(source -> given.contains(source.name()))
        .flatMap(source -> dangling.in(source).stream())
        .toList();
  }

  boolean isKnown(GroupKind kind) {
    return KINDS.containsKey(kind) || known().kinds().contains(kind);
  }

  /** Whether anybody looks at what is filled in for a class that an object leaves out. */
  boolean fillsIn() {
    return fillsIn;
  }

  private synchronized Known known() {
    Known found = known;
    if (found == null) {
      found = search(KINDS);
      Map<GroupKind, String> asked = askedByPolicies(found.objects().all());
      if (!asked.isEmpty()) {
        asked.putAll(KINDS);
        asked.put(NAMESPACE, NAMESPACE.kind());
        found = search(asked);
      }
      known = found;
    }
    return found;
  }

  /** Where there are policies: the kinds of their parameters, and all namespaces. */
  private static Map<GroupKind, String> askedByPolicies(GivenObjects objects) {
    Map<GroupKind, String> asked = new HashMap<>();
    for (GroupKind policies : List.of(VALIDATING_POLICY, MUTATING_POLICY)) {
      for (Resource policy : objects.list(policies, "")) {
        asked.put(NAMESPACE, NAMESPACE.kind());
        Node kind = policy.at("spec", "paramKind");
        if (kind.isMapping()) {
          GroupKind parameters = GroupVersionKind.of(
                  kind.get("apiVersion").text(), kind.get("kind").text())
              .groupKind();
          asked.put(parameters, parameters.kind());
        }
      }
    }
    return asked;
  }

  /** Those of a text that lies in no folder are none: it goes wherever the others go. */
  private static Set<String> namesInFolders(List<InputSource> sources) {
    Set<String> names = new HashSet<>();
    for (InputSource source : sources) {
      if (source.path().isPresent()) {
        names.add(source.name());
      }
    }
    return names;
  }

  /** Each file once, those that are given first. */
  private static List<InputSource> together(List<InputSource> given, List<InputSource> sources) {
    Set<Path> counted = given.stream().flatMap(InputFacts::fileOf).collect(Collectors.toSet());
    List<InputSource> all = new ArrayList<>(given);
    for (InputSource source : sources) {
      if (fileOf(source).noneMatch(counted::contains)) {
        all.add(source);
      }
    }
    return all;
  }

  /** However a path is written, the file is the same. */
  private static Stream<Path> fileOf(InputSource source) {
    return source.path().map(path -> path.toAbsolutePath().normalize()).stream();
  }

  private Known search(Map<GroupKind, String> kinds) {
    ObjectsByUnit.Builder objects = new ObjectsByUnit.Builder();
    Consumer<Written> sink = written -> fact(written, kinds.keySet())
        .ifPresent(object -> objects.add(object, unitOf(written.document().file())));
    search(new WordSearch(kinds.values()), sink);
    previous.documents().forEach(each -> sink.accept(new Written(each, Customization.NONE)));
    return new Known(objects.build(), Set.copyOf(kinds.keySet()));
  }

  private Optional<Unit> unitOf(String file) {
    boolean isOfUnit = inFolders.contains(file) && !given.contains(file);
    return isOfUnit ? Optional.of(units.seenFrom(file).get(0)) : Optional.empty();
  }

  private void search(WordSearch words, Consumer<Written> sink) {
    ManifestReader reader = new ManifestReader();
    if (sources.size() <= FEW) {
      sources.forEach(source -> documents(source, reader, words).forEach(sink));
    } else {
      // All who judge wait for this, so that no thread of theirs is idle for it.
      new OrderedPipeline(threads)
          .run(sources, source -> documents(source, reader, words), found -> found.forEach(sink));
    }
  }

  /** Those of a file with facts. A file that can't be read is told of when its turn comes. */
  private List<Written> documents(InputSource source, ManifestReader reader, WordSearch words) {
    try {
      byte[] text = source.read(ReadLimits.DEFAULT.fileBytes() + 1);
      return words.mayFindAny(text)
          ? reader.read(source.name(), text).documents().stream()
              .map(document -> new Written(document, changesOf(source, document)))
              .toList()
          : List.of();
    } catch (IOException unreadable) {
      return List.of();
    }
  }

  private Customization changesOf(InputSource source, Document document) {
    return roles.placementOf(source, document.root()).customization();
  }

  /** What a patch is yet to change, or puts into one of several namespaces, is no fact. */
  private Optional<Resource> fact(Written written, Set<GroupKind> kinds) {
    Customization changes = written.changes();
    return written.document().root() instanceof Mapping mapping
        ? Optional.of(new Resource(mapping))
            .filter(any -> kinds.contains(any.groupKind()))
            .filter(any -> !changes.isPatched() && changes.namespaces().size() <= 1)
            .flatMap(this::stored)
            .map(object -> placed(object, changes))
        : Optional.empty();
  }

  /** Where a kustomization puts everything, it puts this, too. */
  private static Resource placed(Resource object, Customization changes) {
    String named = object.groupKind().equals(NAMESPACE) ? "name" : "namespace";
    return changes.namespaces().stream()
        .filter(any -> object.at("metadata", named).isString())
        .findFirst()
        .map(to -> object.root().withAt(List.of("metadata", named), Scalar.of(to)))
        .map(Resource::new)
        .orElse(object);
  }

  /** What names no namespace goes to the usual one. */
  private Optional<Resource> stored(Resource written) {
    return server.create(written.root()).result();
  }
}
