package dev.seaworthy.api.remote;

import dev.seaworthy.api.structure.UnreadableSchema;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Files at URLs, each asked for at most once in a run. What was fetched is kept in a folder: for a day
 * it is used as it is; after that the server is asked whether it changed, by the validators that it
 * sent, and what cannot be asked anew stays in use. Safe for use by several threads.
 */
public final class RemoteFiles {

  private static final Duration FRESH = Duration.ofDays(1);

  private final FileCache cache;
  private final Fetch fetch;
  private final boolean offline;
  private final Clock clock;
  private final Map<String, Optional<String>> known = new ConcurrentHashMap<>();

  private RemoteFiles(FileCache cache, Fetch fetch, boolean offline, Clock clock) {
    this.cache = cache;
    this.fetch = fetch;
    this.offline = offline;
    this.clock = clock;
  }

  /**
   * Files that are kept in {@code folder}, which need not be there yet.
   *
   * @param offline whether the network must not be used, whatever is missing
   */
  public static RemoteFiles keptIn(Path folder, boolean offline) {
    return new RemoteFiles(
        new FileCache(folder), new Fetch(Limits.USUAL), offline, Clock.systemUTC());
  }

  /** The same by another clock and other limits. */
  RemoteFiles with(Clock time, Limits limits) {
    return new RemoteFiles(cache, new Fetch(limits), offline, time);
  }

  /** Whether {@code location} is a URL that can be asked for. */
  public static boolean isOne(String location) {
    return location.startsWith("http://") || location.startsWith("https://");
  }

  /**
   * The text at a URL; empty if the server says that there is none.
   *
   * @throws UnreadableSchema if it cannot be had: the server is out of reach or answers otherwise, the
   *     file is too large or comes too slowly, or the network must not be used
   */
  public Optional<String> read(String url) throws UnreadableSchema {
    Optional<String> text = known.get(url);
    if (text == null) {
      text = find(url);
      known.put(url, text);
    }
    return text;
  }

  private Optional<String> find(String url) throws UnreadableSchema {
    Optional<KeptFile> kept = cache.find(url);
    boolean isFresh = kept.isPresent()
        && Duration.between(kept.get().asked(), clock.instant()).compareTo(FRESH) < 0;
    if (kept.isPresent() && (isFresh || offline)) {
      return kept.get().text();
    }
    if (offline) {
      throw new UnreadableSchema(
          url + " was not fetched before, and --offline keeps from fetching it now");
    }
    return fetched(url, kept);
  }

  private Optional<String> fetched(String url, Optional<KeptFile> kept) throws UnreadableSchema {
    try {
      KeptFile file = fetch.get(uri(url), kept, clock.instant());
      cache.keep(url, file);
      return file.text();
    } catch (UnreadableSchema refused) {
      throw refused;
    } catch (IOException unreachable) {
      if (kept.isPresent()) {
        return kept.get().text();
      }
      throw new UnreadableSchema(url + " cannot be fetched: " + reason(unreachable), unreachable);
    }
  }

  private static URI uri(String url) throws UnreadableSchema {
    try {
      return URI.create(url);
    } catch (IllegalArgumentException wrong) {
      throw new UnreadableSchema(url + " is no URL: " + wrong.getMessage(), wrong);
    }
  }

  private static String reason(IOException problem) {
    String message = problem.getMessage();
    String words = message == null ? problem.getClass().getSimpleName() : message;
    if (problem instanceof UnknownHostException) {
      return "there is no host " + words;
    }
    return problem instanceof SocketTimeoutException
        ? "the server does not answer in time (" + words + ")"
        : words;
  }
}
