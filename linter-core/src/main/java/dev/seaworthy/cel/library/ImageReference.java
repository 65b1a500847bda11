package dev.seaworthy.cel.library;

import java.util.regex.Pattern;

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

  // Without nested repetition, so that no text takes long.
  private static final Pattern PATH = Pattern.compile("[a-z0-9]++(?:(?:[./]|__?|-++)[a-z0-9]++)*+");
  private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.-]++(?::[0-9]++)?+");
  private static final Pattern TAG = Pattern.compile("\\w[\\w.-]{0,127}");

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
    return PATH.matcher(path()).matches()
        && (!hasHost() || HOST.matcher(registry()).matches())
        && (tag.isEmpty() || TAG.matcher(tag).matches());
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

  /** The first part is a host if it could not be a part of a path: it has a dot, a port, or is localhost. */
  private boolean hasHost() {
    int slash = name.indexOf('/');
    if (slash < 0) {
      return false;
    }
    String first = name.substring(0, slash);
    return first.contains(".") || first.contains(":") || first.equals("localhost");
  }
}
