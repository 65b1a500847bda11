package dev.seaworthy.project;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One line of an ignore file, in git's syntax. Read and asked by our own code, since a hook that judges
 * one file would spend a quarter of its time on making a library ready for it.
 */
final class IgnorePattern {

  /** As many folders as there are, none included. */
  private static final String ANY_FOLDERS = "**";

  private final boolean keeps;
  private final boolean ofFolders;
  private final List<String> parts;

  private IgnorePattern(boolean keeps, boolean ofFolders, List<String> parts) {
    this.keeps = keeps;
    this.ofFolders = ofFolders;
    this.parts = parts;
  }

  /** Empty if the line says nothing: a comment, nothing but slashes, or what no name can match. */
  static Optional<IgnorePattern> read(String line) {
    if (line.startsWith("#")) {
      return Optional.empty();
    }
    boolean keeps = line.startsWith("!");
    String text = withoutEnd(keeps ? line.substring(1) : line);
    boolean ofFolders = text.endsWith("/");
    String path = ofFolders ? text.substring(0, text.length() - 1) : text;
    List<String> parts = parts(path);
    return parts.isEmpty() || !parts.stream().allMatch(Wildcards::isClosed)
        ? Optional.empty()
        : Optional.of(new IgnorePattern(keeps, ofFolders, parts));
  }

  /** Spaces at the end count only behind a backslash. */
  private static String withoutEnd(String text) {
    int end = text.length();
    while (end > 0 && text.charAt(end - 1) <= ' ' && !(end > 1 && text.charAt(end - 2) == '\\')) {
      end--;
    }
    return text.substring(0, end);
  }

  /** What has no slash but at its end matches at any depth. */
  private static List<String> parts(String path) {
    List<String> parts = new ArrayList<>();
    if (path.indexOf('/') < 0) {
      parts.add(ANY_FOLDERS);
    }
    for (String part : path.split("/")) {
      if (!part.isEmpty() && !(part.equals(ANY_FOLDERS) && endsWithAny(parts))) {
        parts.add(part);
      }
    }
    boolean onlyAny = parts.size() == 1 && endsWithAny(parts);
    if (onlyAny && !path.contains(ANY_FOLDERS)) {
      return List.of();
    }
    if (endsWithAny(parts)) {
      // At the end it stands for what lies inside, which is at least one name.
      parts.add("*");
    }
    return parts;
  }

  private static boolean endsWithAny(List<String> parts) {
    return !parts.isEmpty() && parts.get(parts.size() - 1).equals(ANY_FOLDERS);
  }

  /** Whether what it matches is kept, whatever the lines before it say. */
  boolean keeps() {
    return keeps;
  }

  /** Whether it speaks of what has that very path, its names one by one. */
  boolean matches(String[] path, boolean isFolder) {
    if (ofFolders && !isFolder) {
      return false;
    }
    int at = 0;
    int of = 0;
    int any = -1;
    int retry = 0;
    while (of < path.length) {
      boolean isAny = at < parts.size() && parts.get(at).equals(ANY_FOLDERS);
      if (isAny) {
        any = at++;
        retry = of;
      } else if (at < parts.size() && Wildcards.match(parts.get(at), path[of])) {
        at++;
        of++;
      } else if (any >= 0) {
        at = any + 1;
        of = ++retry;
      } else {
        return false;
      }
    }
    return at == parts.size();
  }
}
