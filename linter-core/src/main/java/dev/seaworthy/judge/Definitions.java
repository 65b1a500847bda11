package dev.seaworthy.judge;

import dev.seaworthy.api.remote.RemoteFiles;
import dev.seaworthy.api.structure.UnreadableSchema;
import dev.seaworthy.diagnostic.Diagnostic;
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
import java.util.Optional;

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
        read(source, reader).ifPresent(file -> definitions.addAll(file.definitions()));
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
  static List<DefinitionFile> below(List<String> paths, RemoteFiles remote) throws IOException {
    List<DefinitionFile> files = new ArrayList<>();
    for (String path : paths) {
      String name = "--crds " + path;
      files.addAll(RemoteFiles.isOne(path) ? at(path, name, remote) : below(path, name));
    }
    return files;
  }

  private static List<DefinitionFile> at(String url, String name, RemoteFiles remote)
      throws IOException {
    String text = remote
        .read(url)
        .orElseThrow(() -> new UnreadableSchema(name + ": the server has no such file"));
    DefinitionFile file =
        new DefinitionFile(new ManifestReader().read(url, text.getBytes(StandardCharsets.UTF_8)));
    if (file.definitions().isEmpty()) {
      throw new UnreadableSchema(name + ": there is no CustomResourceDefinition; name the URL of a"
          + " file that holds some");
    }
    return List.of(file);
  }

  /** Those of one path, which messages call {@code name}. */
  static List<DefinitionFile> below(String path, String name) throws IOException {
    for (Diagnostic problem : find(path).problems()) {
      throw new UnreadableSchema(name + ": " + problem.message());
    }
    List<DefinitionFile> files = in(path);
    if (files.stream().allMatch(file -> file.definitions().isEmpty())) {
      throw new UnreadableSchema(
          name + ": there is no CustomResourceDefinition; name a file or folder that holds some"
              + " (JSON Schemas, and what `seaworthy schema import` wrote, are given by"
              + " --schema-location)");
    }
    return files;
  }

  /** Whether a file or a folder has any. */
  static boolean areIn(String path) throws IOException {
    return in(path).stream().anyMatch(file -> !file.definitions().isEmpty());
  }

  private static List<DefinitionFile> in(String path) throws IOException {
    ManifestReader reader = new ManifestReader();
    List<DefinitionFile> files = new ArrayList<>();
    for (InputSource source : find(path).sources()) {
      read(source, reader).ifPresent(files::add);
    }
    return files;
  }

  private static InputDiscovery.Found find(String path) {
    return InputDiscovery.find(List.of(path), InputStream.nullInputStream());
  }

  /** Empty if it holds none, as far as its words tell. */
  private static Optional<DefinitionFile> read(InputSource source, ManifestReader reader)
      throws IOException {
    byte[] text = source.read(ReadLimits.DEFAULT.fileBytes() + 1);
    return WORD.mayFindAny(text)
        ? Optional.of(new DefinitionFile(reader.read(source.name(), text)))
        : Optional.empty();
  }
}
