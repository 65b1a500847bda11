package dev.seaworthy.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Folders as units, by nothing but the names of files. */
final class FolderUnits implements Units {

  private final Map<String, List<Unit>> byFolder = new ConcurrentHashMap<>();

  @Override
  public List<Unit> seenFrom(String file) {
    return byFolder.computeIfAbsent(folderOf(file), FolderUnits::withThoseAbove);
  }

  /** However the path is written, the folder is the same. */
  private static String folderOf(String file) {
    String path = file.startsWith("./") ? file.substring(2) : file;
    int slash = path.lastIndexOf('/');
    return slash < 0 ? "" : path.substring(0, slash);
  }

  private static List<Unit> withThoseAbove(String folder) {
    List<Unit> units = new ArrayList<>();
    units.add(new Unit(folder));
    for (int slash = folder.lastIndexOf('/');
        slash > 0;
        slash = folder.lastIndexOf('/', slash - 1)) {
      units.add(new Unit(folder.substring(0, slash)));
    }
    if (!folder.isEmpty() && !folder.startsWith("/")) {
      units.add(new Unit(""));
    }
    return List.copyOf(units);
  }
}
