package dev.seaworthy.simulate.server;

import dev.seaworthy.api.ObjectKey;
import java.util.Locale;

/** Names objects as the API server does in its messages: {@code pods "web-0"}. */
public final class ServerWords {

  private ServerWords() {}

  public static String of(ObjectKey key) {
    String group = key.kind().group();
    return plural(key.kind().kind())
        + (group.isEmpty() ? "" : "." + group)
        + " \""
        + key.name()
        + "\"";
  }

  private static String plural(String kind) {
    String lower = kind.toLowerCase(Locale.ROOT);
    if (lower.endsWith("s") && !lower.endsWith("endpoints")) {
      return lower + "es";
    }
    if (lower.endsWith("y")) {
      return lower.substring(0, lower.length() - 1) + "ies";
    }
    return lower.endsWith("endpoints") ? lower : lower + "s";
  }
}
