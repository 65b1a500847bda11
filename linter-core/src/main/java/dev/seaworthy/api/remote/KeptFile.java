package dev.seaworthy.api.remote;

import java.time.Instant;
import java.util.Optional;

/**
 * What a server said about a URL.
 *
 * @param text the file; empty if there is none
 * @param entityTag the validator {@code ETag}; empty if the server sent none
 * @param lastModified the validator {@code Last-Modified}; empty if the server sent none
 * @param asked when it said so last
 */
record KeptFile(Optional<String> text, String entityTag, String lastModified, Instant asked) {

  /** The same, said again. */
  KeptFile confirmed(Instant now) {
    return new KeptFile(text, entityTag, lastModified, now);
  }
}
