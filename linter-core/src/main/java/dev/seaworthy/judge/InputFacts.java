package dev.seaworthy.judge;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.Document;
import dev.seaworthy.manifest.ManifestReader;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.ReadLimits;
import dev.seaworthy.project.InputSource;
import dev.seaworthy.validate.admission.ClusterFacts;
import dev.seaworthy.validate.admission.GivenObjects;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an input says about the cluster that it is for: the classes in it. That it lacks one says
 * nothing, for the cluster may have it already. Files are looked through for classes when an object
 * first asks for one, so that an input whose verdicts depend on none is read but once. Safe for use
 * by several threads.
 */
public final class InputFacts implements ClusterFacts {

  private static final Set<GroupKind> CLASSES = Set.of(
      GroupKind.of("networking.k8s.io", "IngressClass"),
      GroupKind.of("node.k8s.io", "RuntimeClass"),
      GroupKind.of("scheduling.k8s.io", "PriorityClass"),
      GroupKind.of("storage.k8s.io", "StorageClass"));

  private final List<InputSource> sources;
  private final PreviousObjects previous;
  private final boolean fillsIn;
  private @Nullable GivenObjects classes;

  /**
   * Of an input and what was applied before it.
   *
   * @param fillsIn whether anybody looks at what is filled in for a class that an object leaves out;
   *     else the files need not be looked through for that
   */
  public InputFacts(List<InputSource> sources, PreviousObjects previous, boolean fillsIn) {
    this.sources = List.copyOf(sources);
    this.previous = previous;
    this.fillsIn = fillsIn;
  }

  @Override
  public Optional<Resource> find(GroupKind kind, String namespace, String name) {
    return CLASSES.contains(kind) ? classes().find(kind, namespace, name) : Optional.empty();
  }

  @Override
  public List<Resource> list(GroupKind kind, String namespace) {
    return CLASSES.contains(kind) ? classes().list(kind, namespace) : List.of();
  }

  @Override
  public List<Resource> candidates(GroupKind kind) {
    return fillsIn ? list(kind, "") : List.of();
  }

  @Override
  public boolean knowsAll(GroupKind kind) {
    return false;
  }

  private synchronized GivenObjects classes() {
    GivenObjects known = classes;
    if (known == null) {
      ManifestReader reader = new ManifestReader();
      known = new GivenObjects(
          Stream.concat(
                  sources.stream().flatMap(source -> documents(source, reader)),
                  previous.documents().stream())
              .flatMap(document -> classOf(document).stream())
              .toList(),
          false);
      classes = known;
    }
    return known;
  }

  /** A file that can't be read is told of when its turn comes to be judged. */
  private static Stream<Document> documents(InputSource source, ManifestReader reader) {
    try {
      byte[] text = source.read(ReadLimits.DEFAULT.fileBytes() + 1);
      return mayHoldClass(text)
          ? reader.read(source.name(), text).documents().stream()
          : Stream.empty();
    } catch (IOException unreadable) {
      return Stream.empty();
    }
  }

  private static boolean mayHoldClass(byte[] text) {
    String bytes = new String(text, StandardCharsets.ISO_8859_1);
    return bytes.indexOf('\0') >= 0
        || CLASSES.stream().anyMatch(kind -> bytes.contains(kind.kind()));
  }

  private static Optional<Resource> classOf(Document document) {
    return document.root() instanceof Mapping mapping
        ? Optional.of(new Resource(mapping)).filter(any -> CLASSES.contains(any.groupKind()))
        : Optional.empty();
  }
}
