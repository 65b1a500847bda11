package dev.seaworthy.judge;

import dev.seaworthy.api.schema.SchemaTemplate;
import dev.seaworthy.api.structure.UnreadableSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Whether a location of JSON Schemas can hold any: a misspelt one would go unnoticed. */
final class SchemaLocations {

  /** The location that stands for the built-in kinds. */
  private static final String BUILT_IN = "default";

  private static final int DEPTH = 8;

  private SchemaLocations() {}

  /**
   * Looks at a location in the file system; one in the network is asked when it is needed.
   *
   * @throws UnreadableSchema if there is nothing, or nothing that is a JSON Schema
   */
  static void requireUsable(String location) throws IOException {
    SchemaTemplate template = SchemaTemplate.parse(location);
    if (location.equals(BUILT_IN) || template.isRemote()) {
      return;
    }
    boolean isTemplate = location.contains("{{");
    Path place = Path.of(path(isTemplate ? template.base() : location));
    if (!Files.exists(place)) {
      throw new UnreadableSchema("--schema-location " + location + ": there is no " + place
          + "; name a folder that `seaworthy schema import` wrote, or JSON Schemas as kubeconform"
          + " does");
    }
    if (Files.isRegularFile(place) ? !location.endsWith("json") : !holdsSchemas(place)) {
      throw new UnreadableSchema("--schema-location " + location + ": there is no JSON Schema;"
          + " CustomResourceDefinitions are given by --crds " + location);
    }
  }

  private static String path(String location) {
    String path = location.startsWith("file:") ? location.replaceFirst("^file:/*", "/") : location;
    return path.isEmpty() ? "." : path;
  }

  private static boolean holdsSchemas(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder, DEPTH)) {
      return files.anyMatch(file -> file.toString().endsWith(".json"));
    }
  }
}
