package dev.seaworthy.cel.library;

/**
 * The name of a container image, taken apart as a container runtime does: the digest follows the
 * {@code @}; a colon marks a tag only after the last slash, before that it belongs to a port.
 *
 * @param name registry and path as written, without tag and digest
 * @param tag empty if there is none
 * @param digest empty if there is none
 */
public record ImageReference(String text, String name, String tag, String digest) {

  private static final String DEFAULT_REGISTRY = "docker.io";

  private static final int LONGEST_TAG = 128;

  public static ImageReference parse(String text) {
    int at = text.indexOf('@');
    String digest = at < 0 ? "" : text.substring(at + 1);
    String tagged = at < 0 ? text : text.substring(0, at);
    int colon = tagged.lastIndexOf(':');
    boolean hasTag = colon > tagged.lastIndexOf('/');
    return new ImageReference(
        text,
        hasTag ? tagged.substring(0, colon) : tagged,
        hasTag ? tagged.substring(colon + 1) : "",
        digest);
  }

  /**
   * Whether a runtime can read name and tag: only the host and the tag may have capital letters, and
   * nothing has white space. The digest is not looked at.
   */
  public boolean isWellFormed() {
    return isPath(path()) && (!hasHost() || isHost(registry())) && (tag.isEmpty() || isTag(tag));
  }

  /** Words of small letters and digits, divided by a dot, a slash, one or two underscores, or dashes. */
  private static boolean isPath(String path) {
    int at = endOfWord(path, 0);
    boolean isWord = at > 0;
    while (isWord && at < path.length()) {
      int word = endOfDivider(path, at);
      int end = endOfWord(path, word);
      isWord = word > at && end > word;
      at = end;
    }
    return isWord;
  }

  private static int endOfWord(String path, int from) {
    int end = from;
    while (end < path.length() && (isDigit(path.charAt(end)) || isSmall(path.charAt(end)))) {
      end++;
    }
    return end;
  }

  private static int endOfDivider(String path, int from) {
    return switch (path.charAt(from)) {
      case '.', '/' -> from + 1;
      case '_' -> path.startsWith("__", from) ? from + 2 : from + 1;
      case '-' -> {
        int end = from + 1;
        while (path.startsWith("-", end)) {
          end++;
        }
        yield end;
      }
      default -> from;
    };
  }

  /** Letters, digits, dots and dashes, and a port. */
  private static boolean isHost(String host) {
    int colon = host.indexOf(':');
    int end = colon < 0 ? host.length() : colon;
    for (int i = 0; i < end; i++) {
      char c = host.charAt(i);
      if (!isLetterOrDigit(c) && c != '.' && c != '-') {
        return false;
      }
    }
    for (int i = end + 1; i < host.length(); i++) {
      if (!isDigit(host.charAt(i))) {
        return false;
      }
    }
    return end > 0 && colon != host.length() - 1;
  }

  private static boolean isTag(String tag) {
    for (int i = 0; i < tag.length(); i++) {
      char c = tag.charAt(i);
      boolean mayFollow = i > 0 && (c == '.' || c == '-');
      if (!isLetterOrDigit(c) && c != '_' && !mayFollow) {
        return false;
      }
    }
    return tag.length() <= LONGEST_TAG;
  }

  private static boolean isLetterOrDigit(char c) {
    return isDigit(c) || isSmall(c) || c >= 'A' && c <= 'Z';
  }

  private static boolean isSmall(char c) {
    return c >= 'a' && c <= 'z';
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  public boolean hasDigest() {
    return !digest.isEmpty();
  }

  /** The registry's host, with its port; Docker Hub's where none is written. */
  public String registry() {
    return hasHost() ? name.substring(0, name.indexOf('/')) : DEFAULT_REGISTRY;
  }

  /** The path within the registry; a bare name lies in Docker Hub's {@code library/}. */
  public String path() {
    if (hasHost()) {
      return name.substring(name.indexOf('/') + 1);
    }
    return name.contains("/") ? name : "library/" + name;
  }

  /** Registry and path in full: {@code docker.io/library/nginx} for {@code nginx}. */
  public String fullName() {
    return registry() + "/" + path();
  }

  /**
   * The first part is a host if it could not be a part of a path: it has a dot, a port, or is
   * localhost.
   */
  private boolean hasHost() {
    int slash = name.indexOf('/');
    if (slash < 0) {
      return false;
    }
    String first = name.substring(0, slash);
    return first.contains(".") || first.contains(":") || first.equals("localhost");
  }
}
