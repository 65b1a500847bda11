package dev.seaworthy.project;

import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;

/** Names by which people call patches: {@code patches/web.yaml}, {@code manager_patch.yaml}. */
final class PatchNames {

  private static final Pattern FOLDER = Pattern.compile("patch(es)?");
  private static final Pattern FILE = Pattern.compile("(^|.*[-_.])patch(es)?[-_.].*");

  private PatchNames() {}

  /** Whether the name of {@code file}, or of its folder, says that it is one. */
  static boolean mean(Path file) {
    return meanFolderOf(file) || FILE.matcher(lastName(file)).matches();
  }

  static boolean meanFolderOf(Path file) {
    Path folder = file.getParent();
    return folder != null && FOLDER.matcher(lastName(folder)).matches();
  }

  private static String lastName(Path path) {
    return String.valueOf(path.getFileName()).toLowerCase(Locale.ROOT);
  }
}
