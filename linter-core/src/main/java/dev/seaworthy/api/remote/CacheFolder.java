package dev.seaworthy.api.remote;

import java.nio.file.Path;
import java.util.Map;

/** Where programs keep what they can have again. */
public final class CacheFolder {

  private static final String OURS = "seaworthy";

  private CacheFolder() {}

  /** The folder of who runs this. */
  public static Path ofUser() {
    return of(System.getenv(), System.getProperty("user.home", ""));
  }

  static Path of(Map<String, String> environment, String home) {
    String chosen = environment.getOrDefault("XDG_CACHE_HOME", "");
    String local = environment.getOrDefault("LOCALAPPDATA", "");
    if (!chosen.isEmpty()) {
      return Path.of(chosen, OURS);
    }
    return local.isEmpty() ? Path.of(home, ".cache", OURS) : Path.of(local, OURS, "cache");
  }
}
