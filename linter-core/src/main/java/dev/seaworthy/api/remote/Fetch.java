package dev.seaworthy.api.remote;

import dev.seaworthy.api.structure.UnreadableSchema;
import dev.seaworthy.manifest.TimeLimit;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Asks servers for files, within limits. */
final class Fetch {

  private static final int CHUNK = 1 << 16;
  private static final int NOT_MODIFIED = 304;

  private final Limits limits;

  Fetch(Limits limits) {
    this.limits = limits;
  }

  /**
   * What the server says about {@code url}.
   *
   * @param kept what it said before; it is asked whether that still holds
   * @throws UnreadableSchema if it answers with neither a file nor that there is none
   * @throws IOException if it does not answer
   */
  KeptFile get(URI url, Optional<KeptFile> kept, Instant now) throws IOException {
    try {
      return TimeLimit.on(limits.whole(), () -> ask(url, kept, now));
    } catch (TimeoutException slow) {
      // The connection's own limits are for each byte; one that drips keeps to them for ever.
      throw tooSlow();
    }
  }

  private KeptFile ask(URI url, Optional<KeptFile> kept, Instant now) throws IOException {
    long end = System.nanoTime() + limits.whole().toNanos();
    URI place = url;
    for (int redirects = 0; redirects <= limits.redirects(); redirects++) {
      HttpURLConnection connection = open(place, kept);
      try {
        int status = connection.getResponseCode();
        Optional<URI> next = next(place, status, connection.getHeaderField("Location"));
        if (next.isEmpty()) {
          return answer(url, connection, status, kept, now, end);
        }
        place = next.get();
      } finally {
        connection.disconnect();
      }
    }
    throw new UnreadableSchema(url + " leads from one address to the next, too often");
  }

  private HttpURLConnection open(URI place, Optional<KeptFile> kept) throws IOException {
    HttpURLConnection connection = (HttpURLConnection) place.toURL().openConnection();
    connection.setInstanceFollowRedirects(false);
    connection.setConnectTimeout((int) limits.connect().toMillis());
    connection.setReadTimeout((int) limits.connect().toMillis());
    connection.setRequestProperty("User-Agent", "seaworthy");
    kept.ifPresent(before -> {
      if (!before.entityTag().isEmpty()) {
        connection.setRequestProperty("If-None-Match", before.entityTag());
      }
      if (!before.lastModified().isEmpty()) {
        connection.setRequestProperty("If-Modified-Since", before.lastModified());
      }
    });
    return connection;
  }

  /** Where a redirection leads to, which must not be less safe than where it comes from. */
  private static Optional<URI> next(URI place, int status, @Nullable String location)
      throws UnreadableSchema {
    boolean isRedirection =
        status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
    if (!isRedirection || location == null) {
      return Optional.empty();
    }
    URI next;
    try {
      next = place.resolve(location);
    } catch (IllegalArgumentException wrong) {
      throw new UnreadableSchema(place + " leads to '" + location + "', which is no URL", wrong);
    }
    boolean isSafe = "https".equals(next.getScheme())
        || ("http".equals(next.getScheme()) && "http".equals(place.getScheme()));
    if (!isSafe) {
      throw new UnreadableSchema(place + " leads to " + next + ", which is not safe to follow");
    }
    return Optional.of(next);
  }

  private KeptFile answer(
      URI url,
      HttpURLConnection connection,
      int status,
      Optional<KeptFile> kept,
      Instant now,
      long end)
      throws IOException {
    if (status == NOT_MODIFIED && kept.isPresent()) {
      return kept.get().confirmed(now);
    }
    if (status == HttpURLConnection.HTTP_NOT_FOUND || status == HttpURLConnection.HTTP_GONE) {
      return new KeptFile(Optional.empty(), "", "", now);
    }
    if (status >= HttpURLConnection.HTTP_INTERNAL_ERROR && kept.isPresent()) {
      throw new IOException("the server answers " + status);
    }
    if (status < 0) {
      throw new UnreadableSchema(url + " cannot be fetched: what answers there is no HTTP server");
    }
    if (status != HttpURLConnection.HTTP_OK) {
      throw new UnreadableSchema(url + " cannot be fetched: the server answers " + status);
    }
    return new KeptFile(
        Optional.of(text(url, connection, end)),
        header(connection, "ETag"),
        header(connection, "Last-Modified"),
        now);
  }

  private static String header(HttpURLConnection connection, String name) {
    return Objects.requireNonNullElse(connection.getHeaderField(name), "");
  }

  private String text(URI url, HttpURLConnection connection, long end) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (InputStream in = connection.getInputStream()) {
      copy(url, in, bytes, end);
    } catch (UnreadableSchema | SocketTimeoutException told) {
      throw told;
    } catch (IOException broken) {
      // An end that comes too early is an error on some JDKs and an end like any other on others.
      requireWhole(bytes.size(), connection.getContentLengthLong());
      throw broken;
    }
    requireWhole(bytes.size(), connection.getContentLengthLong());
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private void copy(URI url, InputStream in, ByteArrayOutputStream bytes, long end)
      throws IOException {
    byte[] chunk = new byte[CHUNK];
    for (int count = in.read(chunk); count >= 0; count = in.read(chunk)) {
      bytes.write(chunk, 0, count);
      if (bytes.size() > limits.bytes()) {
        throw new UnreadableSchema(url + " is larger than " + size(limits.bytes()));
      }
      if (System.nanoTime() > end) {
        throw tooSlow();
      }
    }
  }

  private static void requireWhole(int received, long announced) throws IOException {
    if (received < announced) {
      throw new IOException("it broke off after " + received + " of " + announced + " bytes");
    }
  }

  private SocketTimeoutException tooSlow() {
    return new SocketTimeoutException("it took longer than " + words(limits.whole()));
  }

  private static String size(int bytes) {
    return bytes >= 1 << 20 ? (bytes >> 20) + " MB" : bytes + " bytes";
  }

  private static String words(Duration time) {
    return time.toSeconds() + " s";
  }
}
