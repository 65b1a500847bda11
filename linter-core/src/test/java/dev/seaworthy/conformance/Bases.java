package dev.seaworthy.conformance;

import dev.seaworthy.api.GroupVersionKind;
import dev.seaworthy.apply.JsonPatch;
import dev.seaworthy.manifest.ManifestReader;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.ReadLimits;
import dev.seaworthy.manifest.Reading;
import dev.seaworthy.manifest.Scalar;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The manifests that the cases change, and the objects that the server made of them. */
public final class Bases {

  /** What stands for a value that the server picked, and one that it could have picked. */
  private static final Map<String, String> PICKED = Map.of(
      "<allocated>", "10.96.0.10",
      "<now>", "2026-01-02T03:04:05Z",
      "<generated>", "generated-x7k2p");

  private final Path corpus;
  private final Map<String, Node> manifests = new ConcurrentHashMap<>();
  private final Map<String, Optional<Node>> stored = new ConcurrentHashMap<>();

  Bases(Path corpus) {
    this.corpus = corpus;
  }

  /** The base manifest as the recorder sent it. */
  public Node manifest(String stem) {
    return manifests.computeIfAbsent(
        stem,
        s -> RecordedManifest.objects(read(corpus.resolve("base").resolve(s + ".yaml")))
            .get(0));
  }

  /** The object as stored; empty where the record is kept elsewhere. */
  public Optional<Node> stored(String stem) {
    return stored.computeIfAbsent(stem, this::readStored);
  }

  /** The base manifest with the change of a case: what is sent, unless the stored object is changed. */
  public Node changed(RecordedCase recorded) {
    return JsonPatch.applied(manifest(recorded.base()), recorded.patch()).orElseThrow();
  }

  static GroupVersionKind gvk(Node object) {
    return GroupVersionKind.of(
        object.get("apiVersion").text(), object.get("kind").text());
  }

  private Optional<Node> readStored(String stem) {
    Path file = corpus.resolve("defaults").resolve(stem + ".json");
    try {
      return Files.exists(file)
          ? Optional.of(withPickedValues(JsonNodes.read(Files.readString(file))))
          : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Reading read(Path file) {
    try {
      return new ManifestReader(ReadLimits.DEFAULT).read(file.toString(), Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Node withPickedValues(Node stored) {
    return RecordedManifest.eachScalar(
        stored,
        Mapping.Entry::key,
        scalar ->
            PICKED.containsKey(scalar.value()) ? Scalar.of(PICKED.get(scalar.value())) : scalar);
  }
}
