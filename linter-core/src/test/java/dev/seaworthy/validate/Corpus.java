package dev.seaworthy.validate;

import dev.seaworthy.api.ApiCatalog;
import dev.seaworthy.api.GroupVersionKind;
import dev.seaworthy.api.ResourceType;
import dev.seaworthy.api.Type;
import dev.seaworthy.manifest.Node;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** The corpus of cases: base manifests, stored objects, and what a server answered. */
final class Corpus {

  private final Path folder;
  private final Map<String, JsonNode> bases = new HashMap<>();
  private final Map<String, JsonNode> created = new HashMap<>();
  private final Map<String, Optional<JsonNode>> stored = new HashMap<>();

  Corpus(Path folder) {
    this.folder = folder;
  }

  /** The kinds as files name them, {@code apps_v1_Deployment}. */
  List<String> kinds() {
    try (Stream<Path> files = Files.list(folder.resolve("cases"))) {
      return files
          .map(f -> f.getFileName().toString().replace(".jsonl", ""))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<ConformanceCase> cases(String kind) {
    try (Stream<String> lines = Files.lines(folder.resolve("cases").resolve(kind + ".jsonl"))) {
      return lines
          .map(l -> ConformanceCase.of(kind, JsonTrees.JSON.readTree(l)))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The type of a case's objects. */
  Type.Struct type(ConformanceCase one, ApiCatalog catalog) {
    JsonNode base = base(one.base());
    return catalog
        .find(GroupVersionKind.of(
            base.get("apiVersion").stringValue(), base.get("kind").stringValue()))
        .orElseThrow()
        .struct();
  }

  /** Sends a case as it was recorded. */
  Verdict judge(ConformanceCase one, ApiServer server, ApiCatalog catalog) {
    JsonNode base = base(one.base());
    GroupVersionKind gvk = GroupVersionKind.of(
        base.get("apiVersion").stringValue(), base.get("kind").stringValue());
    ResourceType type = catalog.find(gvk).orElseThrow();
    String namespace = base.path("metadata").path("namespace").asString("default");
    Endpoint endpoint = new Endpoint(gvk, type.namespaced() ? namespace : "");
    if (!one.update()) {
      Node object = patched(base, one);
      return server.judge(Submission.create(object).to(endpoint));
    }
    JsonNode live = stored(one.base()).orElseGet(() -> created(one.base(), base, server));
    Node object = patched(one.onLive() ? live : base, one);
    return server.judge(Submission.update(object, JsonTrees.toNode(live)).to(endpoint));
  }

  /** The base manifests of a kind, all of which the server takes. */
  List<String> bases(String kind) {
    try (Stream<Path> files = Files.list(folder.resolve("base"))) {
      return files
          .map(f -> f.getFileName().toString().replace(".yaml", ""))
          .filter(name -> name.startsWith(kind + "--"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Node baseObject(String name) {
    return JsonTrees.toNode(base(name));
  }

  /** The object of a case as it is sent, if it is one to be made. */
  Node object(ConformanceCase one) {
    return patched(base(one.base()), one);
  }

  /** Where the stored object is held back: what we make of the base. */
  private JsonNode created(String name, JsonNode base, ApiServer server) {
    return created.computeIfAbsent(
        name,
        n -> server
            .create(JsonTrees.toNode(base))
            .result()
            .map(result -> JsonTrees.JSON.readTree(result.root().toJson()))
            .orElse(base));
  }

  private static Node patched(JsonNode tree, ConformanceCase one) {
    return JsonTrees.toNode(JsonTrees.patch(tree.deepCopy(), one.patch().deepCopy()));
  }

  private JsonNode base(String name) {
    return bases.computeIfAbsent(
        name, n -> JsonTrees.ofYaml(bytes(folder.resolve("base").resolve(n + ".yaml"))));
  }

  Optional<JsonNode> stored(String name) {
    Path file = folder.resolve("defaults").resolve(name + ".json");
    return stored.computeIfAbsent(
        name,
        n -> Files.exists(file)
            ? Optional.of(JsonTrees.JSON.readTree(bytes(file)))
            : Optional.empty());
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
