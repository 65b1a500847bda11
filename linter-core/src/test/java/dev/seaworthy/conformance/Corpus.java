package dev.seaworthy.conformance;

import dev.seaworthy.api.GroupVersionKind;
import dev.seaworthy.manifest.Document;
import dev.seaworthy.manifest.ManifestReader;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Reading;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A folder of the form of {@code src/test/resources/conformance}. Files that can't be read are
 * {@link UncheckedIOException}s: a corpus is part of the build. Safe for use by several threads.
 */
public final class Corpus {

  /** The corpus in this repository, as the tests of this module find it. */
  public static final Path OF_THIS_MODULE = Path.of("src/test/resources/conformance");

  private final Path folder;
  private final Bases bases;
  private final Map<String, List<RecordedCase>> cases = new ConcurrentHashMap<>();

  public Corpus(Path folder) {
    this.folder = folder;
    this.bases = new Bases(folder);
  }

  public Path path(String name) {
    return folder.resolve(name);
  }

  /** The kinds that cases are about, as files name them, {@code apps_v1_Deployment}. */
  public List<String> kinds() {
    return stems("cases", ".jsonl");
  }

  /** The cases of one kind. */
  public List<RecordedCase> cases(String kind) {
    return cases.computeIfAbsent(
        kind,
        k ->
            lines("cases/" + k + ".jsonl").map(line -> RecordedCase.of(k, line)).toList());
  }

  /** The cases of all kinds. */
  public List<RecordedCase> cases() {
    return kinds().stream().flatMap(kind -> cases(kind).stream()).toList();
  }

  /** The manifests that cases change, and what the server made of them. */
  public Bases bases() {
    return bases;
  }

  /** The base manifests of a kind, all of which the server takes. */
  public List<String> bases(String kind) {
    return stems("base", ".yaml").stream()
        .filter(name -> name.startsWith(kind + "--"))
        .toList();
  }

  /** The kind that a case's objects are of. */
  public GroupVersionKind gvk(RecordedCase recorded) {
    return Bases.gvk(bases.manifest(recorded.base()));
  }

  /** The texts of {@code yaml}, in the order of their names. */
  public List<RecordedText> texts() {
    return stems("yaml", ".yaml").stream()
        .map(name ->
            new RecordedText(name, bytes("yaml/" + name + ".yaml"), json("yaml/" + name + ".json")))
        .toList();
  }

  /** The folders of the stories about a cluster or about {@code kubectl}, by name. */
  public List<Path> stories(String corpus) {
    return list(corpus, Files::isDirectory);
  }

  /** The records of a file that has one a line. */
  public Stream<Mapping> lines(String file) {
    return text(file).lines().filter(line -> !line.isBlank()).map(JsonNodes::readObject);
  }

  public Node json(String file) {
    return JsonNodes.read(text(file));
  }

  /** The objects of a manifest, as {@code kubectl} reads them. */
  public List<Node> manifest(String file) {
    return RecordedManifest.objects(new ManifestReader().read(file, bytes(file)));
  }

  /** The values of a YAML file that is no manifest. */
  public List<Node> values(String file) {
    return reading(file).documents().stream().map(Document::root).toList();
  }

  /** What becomes of a file that is no manifest. */
  public Reading reading(String file) {
    return new ManifestReader().readValues(file, bytes(file));
  }

  /** The names of the files in {@code subfolder} that end so, without that ending, sorted. */
  public List<String> stems(String subfolder, String ending) {
    return list(subfolder, file -> file.toString().endsWith(ending)).stream()
        .map(file -> file.getFileName().toString())
        .map(name -> name.substring(0, name.length() - ending.length()))
        .toList();
  }

  private List<Path> list(String subfolder, Predicate<Path> wanted) {
    try (Stream<Path> files = Files.list(path(subfolder))) {
      return files.filter(wanted).sorted().toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private String text(String file) {
    return new String(bytes(file), StandardCharsets.UTF_8);
  }

  private byte[] bytes(String file) {
    try {
      return Files.readAllBytes(path(file));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
