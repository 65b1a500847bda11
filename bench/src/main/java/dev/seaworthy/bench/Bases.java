package dev.seaworthy.bench;

import dev.seaworthy.manifest.Document;
import dev.seaworthy.manifest.ManifestReader;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.ReadLimits;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.manifest.Sequence;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The manifests that the cases change, and the objects that the server made of them. */
final class Bases {

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

  Node manifest(String stem) {
    return manifests.computeIfAbsent(
        stem, s -> read(corpus.resolve("base").resolve(s + ".yaml")).root());
  }

  /** The object as stored; empty where the record is kept elsewhere. */
  Optional<Node> stored(String stem) {
    return stored.computeIfAbsent(stem, this::readStored);
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

  private static Document read(Path file) {
    try {
      return new ManifestReader(ReadLimits.DEFAULT)
          .read(file.toString(), Files.readAllBytes(file))
          .documents()
          .get(0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Node withPickedValues(Node node) {
    if (node instanceof Mapping mapping) {
      Map<String, Node> values = new LinkedHashMap<>();
      mapping.entries().forEach(e -> values.put(e.key(), withPickedValues(e.value())));
      return Mapping.of(values);
    }
    if (node instanceof Sequence sequence) {
      List<Node> items = new ArrayList<>();
      sequence.items().forEach(item -> items.add(withPickedValues(item)));
      return Sequence.of(items);
    }
    return node.asString().map(PICKED::get).<Node>map(Scalar::of).orElse(node);
  }
}
