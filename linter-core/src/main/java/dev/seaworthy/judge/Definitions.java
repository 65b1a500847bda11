package dev.seaworthy.judge;

import dev.seaworthy.api.crd.Definition;
import dev.seaworthy.api.remote.RemoteFiles;
import dev.seaworthy.api.structure.UnreadableSchema;
import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.manifest.Document;
import dev.seaworthy.manifest.ManifestReader;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.ReadLimits;
import dev.seaworthy.project.InputDiscovery;
import dev.seaworthy.project.InputSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Finds the CustomResourceDefinitions among files. */
final class Definitions {

  /** A file without this word defines nothing, so it need not be parsed. */
  private static final WordSearch WORD = new WordSearch(List.of("CustomResourceDefinition"));

  private Definitions() {}

  /** Those of an input; what cannot be read is told when it is judged. */
  static List<Node> among(List<InputSource> sources) {
    ManifestReader reader = new ManifestReader();
    List<Node> definitions = new ArrayList<>();
    for (InputSource source : sources) {
      try {
        collect(source, reader, definitions);
      } catch (IOException unreadable) {
        continue;
      }
    }
    return definitions;
  }

  /**
   * Those of {@code paths}, files, folders or URLs of files.
   *
   * @throws UnreadableSchema if a path leads nowhere, cannot be read or holds none
   */
  static List<Node> below(List<String> paths, RemoteFiles remote) throws IOException {
    List<Node> definitions = new ArrayList<>();
    for (String path : paths) {
      String name = "--crds " + path;
      definitions.addAll(RemoteFiles.isOne(path) ? at(path, name, remote) : below(path, name));
    }
    return definitions;
  }

  private static List<Node> at(String url, String name, RemoteFiles remote) throws IOException {
    String text = remote
        .read(url)
        .orElseThrow(() -> new UnreadableSchema(name + ": the server has no such file"));
    List<Node> definitions = new ArrayList<>();
    for (Document document :
        new ManifestReader().read(url, text.getBytes(StandardCharsets.UTF_8)).documents()) {
      if (Definition.isOne(document.root())) {
        definitions.add(document.root());
      }
    }
    if (definitions.isEmpty()) {
      throw new UnreadableSchema(name + ": there is no CustomResourceDefinition; name the URL of a"
          + " file that holds some");
    }
    return definitions;
  }

  /** Those of one path, which messages call {@code name}. */
  static List<Node> below(String path, String name) throws IOException {
    for (Diagnostic problem : find(path).problems()) {
      throw new UnreadableSchema(name + ": " + problem.message());
    }
    List<Node> definitions = in(path);
    if (definitions.isEmpty()) {
      throw new UnreadableSchema(
          name + ": there is no CustomResourceDefinition; name a file or folder that holds some"
              + " (JSON Schemas, and what `seaworthy schema import` wrote, are given by"
              + " --schema-location)");
    }
    return definitions;
  }

  /** Those of one path, which may have none. */
  static List<Node> in(String path) throws IOException {
    ManifestReader reader = new ManifestReader();
    List<Node> definitions = new ArrayList<>();
    for (InputSource source : find(path).sources()) {
      collect(source, reader, definitions);
    }
    return definitions;
  }

  private static InputDiscovery.Found find(String path) {
    return InputDiscovery.find(List.of(path), InputStream.nullInputStream());
  }

  private static void collect(InputSource source, ManifestReader reader, List<Node> definitions)
      throws IOException {
    byte[] text = source.read(ReadLimits.DEFAULT.fileBytes() + 1);
    if (!WORD.mayFindAny(text)) {
      return;
    }
    for (Document document : reader.read(source.name(), text).documents()) {
      if (Definition.isOne(document.root())) {
        definitions.add(document.root());
      }
    }
  }
}
