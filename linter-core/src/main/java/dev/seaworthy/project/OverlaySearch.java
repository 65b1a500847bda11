package dev.seaworthy.project;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Looks for the overlays of bases that are judged alone: they mostly lie in folders beside the base,
 * as in {@code app/base} and {@code app/overlays/production}.
 */
final class OverlaySearch {

  /** From the folder above the base: {@code overlays}, {@code production}, a group of clusters. */
  private static final int DEPTH = 3;

  /** Whoever asks about a base must not wait for a whole disk. */
  private static final int MOST_FOLDERS = 200;

  private final Kustomizations kustomizations;
  private final Set<Path> visited = new HashSet<>();

  private OverlaySearch(Kustomizations kustomizations) {
    this.kustomizations = kustomizations;
  }

  /** Reads what may list one of {@code kustomizations} that nothing lists yet. */
  static void extend(Kustomizations kustomizations) {
    OverlaySearch search = new OverlaySearch(kustomizations);
    for (Kustomization base : List.copyOf(kustomizations.all())) {
      Path above = base.folder().getParent();
      boolean isTop = Files.exists(base.folder().resolve(".git"));
      if (above != null && !isTop && kustomizations.listing(base.folder()).isEmpty()) {
        search.below(above);
      }
    }
  }

  private record Folder(Path path, int depth) {}

  private void below(Path start) {
    Deque<Folder> open = new ArrayDeque<>(List.of(new Folder(start, 0)));
    while (!open.isEmpty() && visited.size() < MOST_FOLDERS) {
      Folder folder = open.removeFirst();
      if (visited.add(folder.path())) {
        kustomizations.readIn(folder.path());
        if (folder.depth() < DEPTH) {
          foldersIn(folder.path())
              .forEach(inner -> open.addLast(new Folder(inner, folder.depth() + 1)));
        }
      }
    }
  }

  /** What can't be looked into holds no overlay that anybody could use. */
  private static List<Path> foldersIn(Path folder) {
    List<Path> folders = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      for (Path entry : entries) {
        boolean hidden = String.valueOf(entry.getFileName()).startsWith(".");
        if (!hidden && Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
          folders.add(entry);
        }
      }
    } catch (IOException | DirectoryIteratorException unreadable) {
      return folders;
    }
    folders.sort(null);
    return folders;
  }
}
