package dev.seaworthy.api.remote;

import java.time.Duration;

/**
 * How much a server may make us wait and take.
 *
 * @param connect how long until it answers the call at all
 * @param whole how long until all of the file is there
 */
record Limits(int bytes, Duration connect, Duration whole, int redirects) {

  static final Limits USUAL =
      new Limits(32 << 20, Duration.ofSeconds(10), Duration.ofSeconds(30), 5);
}
