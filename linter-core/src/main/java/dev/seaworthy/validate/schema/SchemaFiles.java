package dev.seaworthy.validate.schema;

import dev.seaworthy.api.remote.RemoteFiles;
import dev.seaworthy.api.schema.SchemaTemplate;
import dev.seaworthy.api.structure.UnreadableSchema;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Reads the files of schema locations, and nothing outside of them: a schema's references reach its
 * own folder (or, of a URL, its own site), so that a schema from elsewhere cannot read this machine.
 */
final class SchemaFiles {

  private static final int MAX_BYTES = 32 << 20;

  private final List<String> allowed;
  private final RemoteFiles remote;

  SchemaFiles(List<SchemaTemplate> locations, RemoteFiles remote) {
    this.allowed = locations.stream().map(SchemaFiles::root).toList();
    this.remote = remote;
  }

  private static String root(SchemaTemplate location) {
    return location.isRemote() ? location.base() : iri(location.base());
  }

  /** The path or URL as an absolute IRI. */
  static String iri(String location) {
    if (RemoteFiles.isOne(location)) {
      return location;
    }
    String path = location.startsWith("file:") ? URI.create(location).getPath() : location;
    String absolute = Path.of(path).toAbsolutePath().normalize().toUri().toString();
    return path.isEmpty() || path.endsWith("/") ? withSlash(absolute) : absolute;
  }

  private static String withSlash(String iri) {
    return iri.endsWith("/") ? iri : iri + "/";
  }

  /** The text of a schema; empty if there is no such file. */
  Optional<String> read(String iri) throws UnreadableSchema {
    if (allowed.stream().noneMatch(iri::startsWith) || iri.contains("/../")) {
      throw new UnreadableSchema("The schema " + iri + " is outside of the schema locations");
    }
    if (RemoteFiles.isOne(iri)) {
      return remote.read(iri);
    }
    try {
      return readFile(Path.of(URI.create(iri)));
    } catch (IOException | InvalidPathException unreadable) {
      throw new UnreadableSchema("The schema " + iri + " can't be read: " + unreadable, unreadable);
    }
  }

  private static Optional<String> readFile(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try (InputStream in = Files.newInputStream(file)) {
      return Optional.of(text(in, file.toString()));
    }
  }

  private static String text(InputStream in, String name) throws IOException {
    byte[] bytes = in.readNBytes(MAX_BYTES + 1);
    if (bytes.length > MAX_BYTES) {
      throw new UnreadableSchema(name + " is larger than " + (MAX_BYTES >> 20) + " MB");
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
