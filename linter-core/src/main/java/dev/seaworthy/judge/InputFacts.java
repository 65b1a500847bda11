package dev.seaworthy.judge;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.Document;
import dev.seaworthy.manifest.ManifestReader;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.ReadLimits;
import dev.seaworthy.project.InputSource;
import dev.seaworthy.validate.ApiServer;
import dev.seaworthy.validate.admission.ClusterFacts;
import dev.seaworthy.validate.admission.GivenObjects;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an input says about the cluster that it is for: the classes in it, namespaces with Pod Security
 * labels, limit ranges and quotas. That it lacks one says nothing, for the cluster may have it already.
 * Files are looked through for them when an object first asks for one. Safe for use by several threads.
 */
public final class InputFacts implements ClusterFacts {

  private static final GroupKind NAMESPACE = GroupKind.of("", "Namespace");
  private static final GroupKind LIMIT_RANGE = GroupKind.of("", "LimitRange");
  private static final GroupKind RESOURCE_QUOTA = GroupKind.of("", "ResourceQuota");

  /** With the word that a file must have to hold one that matters. */
  private static final Map<GroupKind, String> KINDS = Map.of(
      GroupKind.of("networking.k8s.io", "IngressClass"),
      "IngressClass",
      GroupKind.of("node.k8s.io", "RuntimeClass"),
      "RuntimeClass",
      GroupKind.of("scheduling.k8s.io", "PriorityClass"),
      "PriorityClass",
      GroupKind.of("storage.k8s.io", "StorageClass"),
      "StorageClass",
      NAMESPACE,
      "pod-security.kubernetes.io/",
      LIMIT_RANGE,
      "LimitRange",
      RESOURCE_QUOTA,
      "ResourceQuota",
      GroupKind.of("admissionregistration.k8s.io", "ValidatingAdmissionPolicy"),
      "ValidatingAdmissionPolicy",
      GroupKind.of("admissionregistration.k8s.io", "ValidatingAdmissionPolicyBinding"),
      "ValidatingAdmissionPolicy");

  private final List<InputSource> sources;
  private final PreviousObjects previous;
  private final ApiServer server;
  private final boolean fillsIn;
  private @Nullable GivenObjects known;

  /**
   * Of an input and what was applied before it.
   *
   * @param server fills in what it would store of an object; one that it refuses says nothing
   * @param fillsIn whether anybody looks at what is filled in for a class that an object leaves out;
   *     else the files need not be looked through for that
   */
  public InputFacts(
      List<InputSource> sources, PreviousObjects previous, ApiServer server, boolean fillsIn) {
    this.sources = List.copyOf(sources);
    this.previous = previous;
    this.server = server;
    this.fillsIn = fillsIn;
  }

  @Override
  public Optional<Resource> find(GroupKind kind, String namespace, String name) {
    return KINDS.containsKey(kind) ? known().find(kind, namespace, name) : Optional.empty();
  }

  @Override
  public List<Resource> list(GroupKind kind, String namespace) {
    return KINDS.containsKey(kind) ? known().list(kind, namespace) : List.of();
  }

  @Override
  public List<Resource> candidates(GroupKind kind) {
    return fillsIn ? list(kind, "") : List.of();
  }

  @Override
  public boolean knowsAll(GroupKind kind) {
    return false;
  }

  private synchronized GivenObjects known() {
    GivenObjects found = known;
    if (found == null) {
      ManifestReader reader = new ManifestReader();
      found = new GivenObjects(
          Stream.concat(
                  sources.stream().flatMap(source -> documents(source, reader)),
                  previous.documents().stream())
              .flatMap(document -> fact(document).stream())
              .toList(),
          false);
      known = found;
    }
    return found;
  }

  /** A file that can't be read is told of when its turn comes to be judged. */
  private static Stream<Document> documents(InputSource source, ManifestReader reader) {
    try {
      byte[] text = source.read(ReadLimits.DEFAULT.fileBytes() + 1);
      return mayHoldFact(text)
          ? reader.read(source.name(), text).documents().stream()
          : Stream.empty();
    } catch (IOException unreadable) {
      return Stream.empty();
    }
  }

  private static boolean mayHoldFact(byte[] text) {
    String bytes = new String(text, StandardCharsets.ISO_8859_1);
    if (bytes.indexOf('\0') >= 0) {
      return true;
    }
    for (String word : KINDS.values()) {
      if (bytes.contains(word)) {
        return true;
      }
    }
    return false;
  }

  private Optional<Resource> fact(Document document) {
    return document.root() instanceof Mapping mapping
        ? Optional.of(new Resource(mapping))
            .filter(any -> KINDS.containsKey(any.groupKind()))
            .flatMap(this::stored)
        : Optional.empty();
  }

  /** What names no namespace goes to the usual one. */
  private Optional<Resource> stored(Resource written) {
    return server.create(written.root()).result();
  }
}
