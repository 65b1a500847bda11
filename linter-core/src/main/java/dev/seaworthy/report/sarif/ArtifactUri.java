package dev.seaworthy.report.sarif;

import dev.seaworthy.manifest.JsonWriter;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Names of files as SARIF has them: URIs, relative to a base that the log names once. */
final class ArtifactUri {

  /** What the base is called. */
  static final String BASE = "ROOT";

  private static final String STANDARD_INPUT = "<stdin>";
  private static final String PLAIN = "-._~/";
  private static final String HEX = "0123456789ABCDEF";

  private final Path base;

  ArtifactUri(Path base) {
    this.base = base.toAbsolutePath().normalize();
  }

  /** Where the base is, with a slash at its end. */
  String ofBase() {
    String uri = absolute(base);
    return uri.endsWith("/") ? uri : uri + "/";
  }

  /** Writes an {@code artifactLocation} for a file as the user named it. */
  void write(JsonWriter json, String file) {
    json.beginObject();
    if (file.equals(STANDARD_INPUT)) {
      json.field("uri", "stdin");
    } else {
      Path path = base.resolve(file).normalize();
      if (path.startsWith(base) && !path.equals(base)) {
        json.field("uri", encoded(base.relativize(path))).field("uriBaseId", BASE);
      } else {
        json.field("uri", absolute(path));
      }
    }
    json.endObject();
  }

  private static String absolute(Path path) {
    String encoded = encoded(path);
    return encoded.startsWith("/") ? "file://" + encoded : "file:///" + encoded;
  }

  /** All but letters, digits and a few signs as percent and the bytes of UTF-8. */
  private static String encoded(Path path) {
    StringBuilder uri = new StringBuilder();
    String text = path.toString().replace(File.separatorChar, '/');
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xFF);
      if (c < 0x80 && (Character.isLetterOrDigit(c) || PLAIN.indexOf(c) >= 0)) {
        uri.append(c);
      } else {
        uri.append('%').append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
      }
    }
    return uri.toString();
  }
}
