package dev.seaworthy.api.remote;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Properties;

/**
 * A folder of fetched files: of each URL its text, and beside it what the server said of it. A folder
 * that cannot be written to is no obstacle, and what is damaged counts as not there.
 */
final class FileCache {

  private static final String NONE = "404";
  private static final String FOUND = "200";

  private final Path folder;

  FileCache(Path folder) {
    this.folder = folder;
  }

  Optional<KeptFile> find(String url) {
    Path description = file(url, ".properties");
    Properties said = new Properties();
    try (Reader in = Files.newBufferedReader(description)) {
      said.load(in);
      Optional<String> text = said.getProperty("status", "").equals(NONE)
          ? Optional.empty()
          : Optional.of(Files.readString(file(url, ".text")));
      // Whoever can write other files here under this name could give any text for any URL.
      return said.getProperty("url", "").equals(url)
          ? Optional.of(new KeptFile(
              text,
              said.getProperty("etag", ""),
              said.getProperty("last-modified", ""),
              Instant.parse(said.getProperty("asked", ""))))
          : Optional.empty();
    } catch (IOException | DateTimeException | IllegalArgumentException notThere) {
      return Optional.empty();
    }
  }

  void keep(String url, KeptFile kept) {
    Properties said = new Properties();
    said.setProperty("url", url);
    said.setProperty("status", kept.text().isPresent() ? FOUND : NONE);
    said.setProperty("etag", kept.entityTag());
    said.setProperty("last-modified", kept.lastModified());
    said.setProperty("asked", kept.asked().toString());
    try {
      Files.createDirectories(folder);
      if (kept.text().isPresent()) {
        Path text = Files.createTempFile(folder, "new", ".text");
        Files.writeString(text, kept.text().get());
        move(text, file(url, ".text"));
      }
      Path description = Files.createTempFile(folder, "new", ".properties");
      try (Writer out = Files.newBufferedWriter(description)) {
        said.store(out, null);
      }
      move(description, file(url, ".properties"));
    } catch (IOException unwritable) {
      // The next run asks again.
      return;
    }
  }

  /** Others who run at the same time see the old file or the new one. */
  private static void move(Path from, Path to) throws IOException {
    Files.move(from, to, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }

  private Path file(String url, String ending) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(url.getBytes(StandardCharsets.UTF_8));
      return folder.resolve(HexFormat.of().formatHex(digest) + ending);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }
}
