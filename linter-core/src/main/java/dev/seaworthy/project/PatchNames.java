package dev.seaworthy.project;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Names by which people call patches: {@code patches/web.yaml}, {@code manager_patch.yaml}. */
final class PatchNames {

  private static final Set<String> FOLDERS = Set.of("patch", "patches");

  /** {@code environment-patches}. */
  private static final Set<String> ENDINGS = Set.of("-patches", "_patches");

  /** Made when a file may have such a name. */
  private static final class Form {
    static final Pattern FILE = Pattern.compile("(^|.*[-_.])patch(es)?[-_.].*");
  }

  private PatchNames() {}

  /** Whether the name of {@code file}, or of a folder that it lies in, says that it is one. */
  static boolean mean(Path file) {
    return meanFolderOf(file) || meansFile(lastName(file));
  }

  /** People sort them by what they patch, too: {@code patches/web/replicas.yaml}. */
  static boolean meanFolderOf(Path file) {
    Path folder = file.getParent();
    return folder != null
        && (isForPatches(folder) || folder.getParent() != null && isForPatches(folder.getParent()));
  }

  private static boolean isForPatches(Path folder) {
    String name = lastName(folder);
    return FOLDERS.contains(name) || ENDINGS.stream().anyMatch(name::endsWith);
  }

  private static boolean meansFile(String name) {
    return name.contains("patch") && Form.FILE.matcher(name).matches();
  }

  private static String lastName(Path path) {
    return String.valueOf(path.getFileName()).toLowerCase(Locale.ROOT);
  }
}
