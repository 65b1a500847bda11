package dev.seaworthy.project;

import dev.seaworthy.api.ResourceNames;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Folders that are called after kinds, as {@code deployments} and {@code services} beside each other:
 * people sort the parts of one whole by kind, so that none of these folders is applied alone.
 */
final class KindFolders {

  /** One folder may be called so for another reason: {@code services/web}, {@code secrets}. */
  private static final int AT_LEAST = 2;

  private final Map<Path, Set<Path>> byWhole = new HashMap<>();

  /**
   * @param files the files of the input, by their absolute paths
   */
  KindFolders(Collection<Path> files) {
    Set<Path> folders = new HashSet<>();
    for (Path file : files) {
      Path folder = file.getParent();
      if (folder != null && folders.add(folder)) {
        add(folder);
      }
    }
  }

  private void add(Path folder) {
    Path whole = folder.getParent();
    if (whole != null && isCalledAfterKind(folder)) {
      byWhole.computeIfAbsent(whole, w -> new HashSet<>()).add(folder);
    }
  }

  /** The folder of which {@code folder} holds the objects of a kind; itself if it is none such. */
  Path wholeOf(Path folder) {
    Path above = folder.getParent();
    Set<Path> parts = above == null ? Set.of() : byWhole.getOrDefault(above, Set.of());
    return above != null && parts.size() >= AT_LEAST && parts.contains(folder) ? above : folder;
  }

  private static boolean isCalledAfterKind(Path folder) {
    String name = String.valueOf(folder.getFileName()).toLowerCase(Locale.ROOT).replace("-", "");
    return !ResourceNames.builtIn().groupsOf(name).isEmpty();
  }
}
