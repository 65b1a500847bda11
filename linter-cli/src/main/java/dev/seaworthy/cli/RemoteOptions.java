package dev.seaworthy.cli;

import dev.seaworthy.Settings;
import dev.seaworthy.api.remote.CacheFolder;
import dev.seaworthy.api.remote.RemoteFiles;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** What becomes of URLs that are given. */
final class RemoteOptions {

  private boolean offline;
  private @Nullable Path cache;

  void addTo(CommandSpec spec) {
    spec.addOption(Options.flag(
        "--offline",
        "Never use the network: of URLs, take what was fetched before.",
        given -> offline = given));
    spec.addOption(Options.value("FOLDER", Path.class, given -> cache = given, "--cache")
        .description(
            "Where to keep what is fetched from URLs; default: the user's folder of caches.")
        .build());
  }

  /** The files at URLs, for commands without settings. */
  RemoteFiles files() {
    return RemoteFiles.keptIn(cache == null ? CacheFolder.ofUser() : cache, offline);
  }

  /** {@code settings} with what these options say. */
  Settings settings(Settings settings) {
    Settings changed = offline ? settings.offline() : settings;
    return cache == null ? changed : changed.withCache(cache);
  }
}
