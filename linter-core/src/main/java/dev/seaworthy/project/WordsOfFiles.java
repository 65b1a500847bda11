package dev.seaworthy.project;

import dev.seaworthy.graph.OtherTexts;
import dev.seaworthy.manifest.FileBytes;
import dev.seaworthy.manifest.ReadLimits;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Looks for names in files whatever they are. Only words are looked at: whoever fills in a template or
 * a patch may make something else of it, but the names that it uses stand in it.
 *
 * @param paths the absolute paths of the files by the names that they have in the input
 */
record WordsOfFiles(Map<String, Path> paths) implements OtherTexts {

  @Override
  public Set<String> naming(Set<String> names, Set<String> known) {
    Set<String> found = new HashSet<>();
    paths.forEach((name, path) -> {
      if (!known.contains(name)) {
        collect(text(path), names, found);
      }
    });
    return found;
  }

  /** Whoever judges a file that can't be read tells of it. */
  private static String text(Path file) {
    try {
      return new String(FileBytes.of(file, ReadLimits.DEFAULT.fileBytes()), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      return "";
    }
  }

  private static void collect(String text, Set<String> names, Set<String> found) {
    int start = 0;
    for (int at = 0; at <= text.length(); at++) {
      if (at == text.length() || !isOfName(text.charAt(at))) {
        if (at > start && names.contains(text.substring(start, at))) {
          found.add(text.substring(start, at));
        }
        start = at + 1;
      }
    }
  }

  private static boolean isOfName(char c) {
    return c == '-' || c == '.' || c >= '0' && c <= '9' || c >= 'a' && c <= 'z';
  }
}
