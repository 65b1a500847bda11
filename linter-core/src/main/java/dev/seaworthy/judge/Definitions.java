package dev.seaworthy.judge;

import dev.seaworthy.api.remote.RemoteFiles;
import dev.seaworthy.api.structure.UnreadableSchema;
import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.manifest.ManifestReader;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.ReadLimits;
import dev.seaworthy.project.AnsibleRoles;
import dev.seaworthy.project.InputDiscovery;
import dev.seaworthy.project.InputSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds the CustomResourceDefinitions among files. */
final class Definitions {

  /** A file without this word defines nothing, so it need not be parsed. */
  private static final WordSearch WORD = new WordSearch(List.of("CustomResourceDefinition"));

  private static final Set<String> TESTS =
      Set.of("e2e", "e2e-tests", "fixtures", "test", "testdata", "tests");

  private static final Pattern SEPARATOR = Pattern.compile("[/\\\\]");

  private Definitions() {}

  /**
   * Those of an input, the definitions among its tests last: these may be old ones, or wrong on
   * purpose. What a role of Ansible installs is for the cluster of that role: where there are others,
   * it says nothing of their objects. What cannot be read is told when it is judged.
   */
  static List<Node> among(List<InputSource> sources) {
    ManifestReader reader = new ManifestReader();
    List<Node> definitions = new ArrayList<>();
    AnsibleRoles roles = new AnsibleRoles();
    for (InputSource source : testsLast(sources)) {
      try {
        byte[] text = textOf(source);
        if (WORD.mayFindAny(text) && !isForOneOf(roles, source, sources)) {
          definitions.addAll(read(source, text, reader).definitions());
        }
      } catch (IOException unreadable) {
        continue;
      }
    }
    return definitions;
  }

  private static List<InputSource> testsLast(List<InputSource> sources) {
    List<InputSource> ordered = new ArrayList<>(sources.size());
    List<InputSource> tests = new ArrayList<>();
    for (InputSource source : sources) {
      (isAmongTests(source) ? tests : ordered).add(source);
    }
    ordered.addAll(tests);
    return ordered;
  }

  /** Whether a role has {@code source}, and not all of the input. */
  private static boolean isForOneOf(
      AnsibleRoles roles, InputSource source, List<InputSource> sources) {
    return source
        .path()
        .map(Definitions::absolute)
        .flatMap(roles::roleOf)
        .filter(role -> !sources.stream()
            .flatMap(each -> each.path().stream())
            .allMatch(file -> absolute(file).startsWith(role)))
        .isPresent();
  }

  private static Path absolute(Path file) {
    return file.toAbsolutePath().normalize();
  }

  private static boolean isAmongTests(InputSource source) {
    return SEPARATOR.splitAsStream(source.name()).anyMatch(TESTS::contains);
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
    DefinitionFile file = new DefinitionFile(
        new ManifestReader().read(url, text.getBytes(StandardCharsets.UTF_8)), true);
    if (!file.claimsAny()) {
      file.requireReadable();
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
    if (files.stream().noneMatch(DefinitionFile::claimsAny)) {
      for (DefinitionFile file : files) {
        file.requireReadable();
      }
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

  /** The files with definitions, and those that cannot be read, as these might have had some. */
  private static List<DefinitionFile> in(String path) throws IOException {
    ManifestReader reader = new ManifestReader();
    List<DefinitionFile> files = new ArrayList<>();
    for (InputSource source : find(path).sources()) {
      DefinitionFile file = read(source, textOf(source), reader);
      if (file.claimsAny() || !file.mistakes().isEmpty()) {
        files.add(file);
      }
    }
    return files;
  }

  private static InputDiscovery.Found find(String path) {
    return InputDiscovery.find(List.of(path), InputStream.nullInputStream());
  }

  private static byte[] textOf(InputSource source) throws IOException {
    return source.read(ReadLimits.DEFAULT.fileBytes() + 1);
  }

  /** Those of a text. */
  static DefinitionFile in(String name, byte[] text) {
    return new DefinitionFile(new ManifestReader().read(name, text), WORD.mayFindAny(text));
  }

  private static DefinitionFile read(InputSource source, byte[] text, ManifestReader reader) {
    return new DefinitionFile(reader.read(source.name(), text), WORD.mayFindAny(text));
  }
}
