package dev.seaworthy.project.kustomize;

import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Scalar;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** ConfigMaps and Secrets that a kustomization makes of literals and files. */
final class Generators {

  private static final int LINE = 70;

  private final Layer layer;
  private final Members members;

  private Generators(Layer layer, Members members) {
    this.layer = layer;
    this.members = members;
  }

  static void run(Layer layer, Members members) throws BuildFailure {
    Generators generators = new Generators(layer, members);
    for (Node each : layer.get("configMapGenerator").items()) {
      generators.generate("ConfigMap", each);
    }
    for (Node each : layer.get("secretGenerator").items()) {
      generators.generate("Secret", each);
    }
  }

  private void generate(String kind, Node generator) throws BuildFailure {
    if (generator.get("name").text().isEmpty()) {
      throw layer.failure("a generated " + kind + " must have a name", generator);
    }
    GeneratedData data =
        new GeneratedData(layer, kind + " " + generator.get("name").text());
    for (Node file : generator.get("files").items()) {
      data.addFile(file);
    }
    for (Node literal : generator.get("literals").items()) {
      data.addLiteral(literal);
    }
    for (Node variables : generator.get("envs").items()) {
      data.addVariables(variables);
    }
    if (generator.get("env").isPresent()) {
      data.addVariables(generator.get("env"));
    }
    layer.workshop().budget().made(generator, layer.mention(generator));
    layer.workshop().budget().made(layer.get("generatorOptions"), layer.mention(generator));
    absorb(object(kind, generator, data.all()), generator);
  }

  private Member object(String kind, Node generator, Map<String, byte[]> data) {
    Map<String, Node> metadata = new LinkedHashMap<>();
    metadata.put("name", generator.get("name"));
    if (generator.get("namespace").isPresent()) {
      metadata.put("namespace", generator.get("namespace"));
    }
    addOptions(metadata, "labels", generator);
    addOptions(metadata, "annotations", generator);
    Mapping root = Mapping.of(
        "apiVersion", Scalar.of("v1"), "kind", Scalar.of(kind), "metadata", Mapping.of(metadata));
    root = kind.equals("Secret") ? ofSecret(root, generator, data) : ofConfigMap(root, data);
    root = isOption(generator, "immutable") ? root.with("immutable", Scalar.of(true)) : root;
    Member member = new Member(layer.file(), new Mapping(root.entries(), generator.span()));
    member.setGenerated();
    member.setNeedsHash(!isOption(generator, "disableNameSuffixHash"));
    return member;
  }

  private static Mapping ofSecret(Mapping root, Node generator, Map<String, byte[]> data) {
    Map<String, String> encoded = new TreeMap<>();
    data.forEach((key, value) -> encoded.put(key, encoded(value)));
    Mapping secret = encoded.isEmpty() ? root : root.with("data", Mapping.ofStrings(encoded));
    return secret.with("type", Scalar.of(generator.get("type").stringOr("Opaque")));
  }

  private static Mapping ofConfigMap(Mapping root, Map<String, byte[]> data) {
    Map<String, String> texts = new TreeMap<>();
    Map<String, String> binary = new TreeMap<>();
    data.forEach((key, value) -> text(value)
        .ifPresentOrElse(text -> texts.put(key, text), () -> binary.put(key, encoded(value))));
    Mapping map = texts.isEmpty() ? root : root.with("data", Mapping.ofStrings(texts));
    return binary.isEmpty() ? map : map.with("binaryData", Mapping.ofStrings(binary));
  }

  private static Optional<String> text(byte[] value) {
    try {
      return Optional.of(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(value)).toString());
    } catch (CharacterCodingException binary) {
      return Optional.empty();
    }
  }

  /** In lines, which the hash in a name depends on. */
  private static String encoded(byte[] value) {
    String text = Base64.getEncoder().encodeToString(value);
    if (text.length() < LINE) {
      return text;
    }
    StringBuilder lines = new StringBuilder();
    for (int start = 0; start < text.length(); start += LINE) {
      lines.append(text, start, Math.min(text.length(), start + LINE)).append('\n');
    }
    return lines.toString();
  }

  private void addOptions(Map<String, Node> metadata, String field, Node generator) {
    Map<String, String> all = new TreeMap<>();
    for (Node options : List.of(layer.get("generatorOptions"), generator.get("options"))) {
      if (options.get(field) instanceof Mapping mapping) {
        all.putAll(mapping.strings());
      }
    }
    if (!all.isEmpty()) {
      metadata.put(field, Mapping.ofStrings(all));
    }
  }

  private boolean isOption(Node generator, String option) {
    return layer.get("generatorOptions").get(option).isTrue()
        || generator.at("options", option).isTrue();
  }

  /** Adds it, or changes what an inner kustomization has made under that name. */
  private void absorb(Member made, Node generator) throws BuildFailure {
    String behavior = generator.get("behavior").stringOr("create");
    List<Member> former = members.ever(made.id()::equals);
    if (!behavior.equals("merge") && !behavior.equals("replace")) {
      if (!former.isEmpty()) {
        throw layer.failure(
            made.id() + " is there already; behavior: merge or replace would change it", generator);
      }
      members.add(made, layer);
      return;
    }
    if (former.size() != 1) {
      layer.misses(
          "what is added to " + made.id(),
          "there is no " + made.id() + " to " + behavior,
          generator);
      return;
    }
    Member changed = former.get(0);
    Mapping root = changed.root();
    boolean merges = behavior.equals("merge");
    for (String field : List.of("data", "binaryData")) {
      root = with(root, merges ? root.get(field) : Mapping.EMPTY, made.root().get(field), field);
    }
    for (String field : List.of("labels", "annotations")) {
      Mapping metadata = root.get("metadata") instanceof Mapping given ? given : Mapping.EMPTY;
      Node more = made.root().at("metadata", field);
      root = root.with("metadata", with(metadata, metadata.get(field), more, field));
    }
    changed.set(root);
    changed.setNeedsHash(made.needsHash());
  }

  private static Mapping with(Mapping holder, Node before, Node added, String field) {
    Map<String, Node> all = new LinkedHashMap<>();
    before.entries().forEach(entry -> all.put(entry.key(), entry.value()));
    added.entries().forEach(entry -> all.put(entry.key(), entry.value()));
    return all.isEmpty() ? holder.without(field) : holder.with(field, Mapping.of(all));
  }
}
