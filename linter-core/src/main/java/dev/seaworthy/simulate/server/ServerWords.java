package dev.seaworthy.simulate.server;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.api.ObjectKey;
import java.util.Locale;

/** Names objects as the API server does in its messages: {@code pods "web-0"}. */
public final class ServerWords {

  private ServerWords() {}

  public static String of(ObjectKey key) {
    return resource(key.kind()) + " \"" + key.name() + "\"";
  }

  /** The objects of a kind, {@code deployments.apps}. */
  public static String resource(GroupKind kind) {
    return plural(kind.kind()) + (kind.group().isEmpty() ? "" : "." + kind.group());
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
