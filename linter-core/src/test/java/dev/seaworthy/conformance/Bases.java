package dev.seaworthy.conformance;

import dev.seaworthy.api.GroupVersionKind;
import dev.seaworthy.apply.JsonPatch;
import dev.seaworthy.manifest.ManifestReader;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.ReadLimits;
import dev.seaworthy.manifest.Reading;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.manifest.Sequence;
import dev.seaworthy.manifest.Span;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;

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
        stem, s -> asRecorded(read(corpus.resolve("base").resolve(s + ".yaml"))));
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

  /**
   * The manifest as the recorder read it, which sent it as JSON: a bare {@code y} or {@code n} is
   * text there, though {@code kubectl} reads it as a boolean.
   */
  private static Node asRecorded(Reading reading) {
    return eachScalar(
        reading.documents().get(0).root(),
        entry -> isLetter(entry) ? textAt(reading, entry.keySpan()) : entry.key(),
        scalar -> isLetter(scalar) ? Scalar.of(textAt(reading, scalar.span())) : scalar);
  }

  private static boolean isLetter(Mapping.Entry entry) {
    Span span = entry.keySpan();
    boolean truth = entry.key().equals("true") || entry.key().equals("false");
    return truth && span.endColumn() - span.column() == 1;
  }

  private static boolean isLetter(Scalar scalar) {
    Span span = scalar.span();
    return scalar.kind() == Scalar.Kind.BOOLEAN && span.endColumn() - span.column() == 1;
  }

  private static String textAt(Reading reading, Span span) {
    return reading
        .source()
        .line(span.line())
        .map(line -> line.substring(span.column() - 1, span.endColumn() - 1))
        .orElseThrow();
  }

  private static Node withPickedValues(Node stored) {
    return eachScalar(
        stored,
        Mapping.Entry::key,
        scalar ->
            PICKED.containsKey(scalar.value()) ? Scalar.of(PICKED.get(scalar.value())) : scalar);
  }

  private static Node eachScalar(
      Node node, Function<Mapping.Entry, String> keys, UnaryOperator<Scalar> change) {
    if (node instanceof Mapping mapping) {
      Map<String, Node> values = new LinkedHashMap<>();
      mapping
          .entries()
          .forEach(e -> values.put(keys.apply(e), eachScalar(e.value(), keys, change)));
      return Mapping.of(values);
    }
    if (node instanceof Sequence sequence) {
      return Sequence.of(
          sequence.items().stream().map(item -> eachScalar(item, keys, change)).toList());
    }
    return node instanceof Scalar scalar ? change.apply(scalar) : node;
  }
}
