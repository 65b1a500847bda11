package dev.seaworthy.judge;

import java.util.Locale;

/** How an object that exists already is changed. */
public enum UpdateAs {
  /**
   * As {@code kubectl apply}: fields that only the old manifest had are removed, what the server
   * filled in stays.
   */
  APPLY,
  /**
   * As {@code kubectl apply --server-side}: the same, by the list types of the API.
   */
  SERVER_SIDE_APPLY,
  /** As {@code kubectl replace}: the new manifest takes the old one's place. */
  REPLACE;

  /** The word that people write. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
