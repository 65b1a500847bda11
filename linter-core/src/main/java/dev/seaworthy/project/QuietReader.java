package dev.seaworthy.project;

import dev.seaworthy.manifest.Document;
import dev.seaworthy.manifest.ManifestReader;
import dev.seaworthy.manifest.ReadLimits;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * Reads files for what they say of others. One that can't be read says nothing: whoever judges it tells
 * of that. Safe for use by several threads.
 */
final class QuietReader {

  private final ManifestReader reader = new ManifestReader();

  List<Document> documents(Path file) {
    return documents(InputSource.of(file));
  }

  List<Document> documents(InputSource source) {
    return documentsWith("", source);
  }

  /** None where {@code word} does not occur: most files need not be taken apart. */
  List<Document> documentsWith(String word, InputSource source) {
    try {
      byte[] text = source.read(ReadLimits.DEFAULT.fileBytes());
      return word.isEmpty() || new String(text, StandardCharsets.UTF_8).contains(word)
          ? reader.readValues(source.name(), text).documents()
          : List.of();
    } catch (IOException unreadable) {
      return List.of();
    }
  }
}
