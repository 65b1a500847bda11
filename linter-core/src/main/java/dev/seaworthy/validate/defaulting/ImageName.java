package dev.seaworthy.validate.defaulting;

import java.util.Locale;
import java.util.Optional;

/**
 * Whether a text names an image at all: registry, path, tag and digest in the letters that each may
 * have. Mirrors ParseNormalizedNamed of distribution's package reference.
 */
public final class ImageName {

  private static final int LONGEST_PATH = 255;
  private static final int LONGEST_TAG = 128;
  private static final int SHORTEST_DIGEST = 32;
  private static final int LENGTH_OF_AN_ID = 64;
  private static final String USUAL_FOLDER = "library/";

  private ImageName() {}

  /** Whether a kubelet can read {@code image} as a name; of any other it says InvalidImageName. */
  public static boolean isWellFormed(String image) {
    return Parts.of(image).areWellFormed() && !isId(image);
  }

  /** Whether the image has the tag latest, or neither tag nor digest. */
  static boolean isLatest(String image) {
    Parts parts = Parts.of(image);
    boolean isLatest = parts.tag().map("latest"::equals).orElse(parts.digest().isEmpty());
    return isLatest && isWellFormed(image);
  }

  private record Parts(String name, Optional<String> tag, Optional<String> digest) {

    static Parts of(String image) {
      int at = image.indexOf('@');
      String tagged = at < 0 ? image : image.substring(0, at);
      int colon = tagged.indexOf(':', tagged.lastIndexOf('/') + 1);
      return new Parts(
          colon < 0 ? tagged : tagged.substring(0, colon),
          colon < 0 ? Optional.empty() : Optional.of(tagged.substring(colon + 1)),
          at < 0 ? Optional.empty() : Optional.of(image.substring(at + 1)));
    }

    boolean areWellFormed() {
      return isName(name)
          && tag.map(ImageName::isTag).orElse(true)
          && digest.map(ImageName::isDigest).orElse(true);
    }
  }

  /** A bare id of an image is none of its names. */
  private static boolean isId(String text) {
    return text.length() == LENGTH_OF_AN_ID && text.chars().allMatch(ImageName::isLowerHex);
  }

  private static boolean isName(String name) {
    int slash = name.indexOf('/');
    String first = slash < 0 ? "" : name.substring(0, slash);
    if (!isHost(first)) {
      return isPath(slash < 0 ? USUAL_FOLDER + name : name);
    }
    return isDomain(first) && isPath(name.substring(slash + 1));
  }

  /** The first part is a host if it could not be a part of a path. */
  private static boolean isHost(String first) {
    return first.indexOf('.') >= 0
        || first.indexOf(':') >= 0
        || first.equals("localhost")
        || !first.toLowerCase(Locale.ROOT).equals(first);
  }

  private static boolean isDomain(String text) {
    int colon = text.lastIndexOf(':');
    boolean hasPort = colon >= 0 && colon > text.lastIndexOf(']');
    String host = hasPort ? text.substring(0, colon) : text;
    String port = hasPort ? text.substring(colon + 1) : "0";
    if (port.isEmpty() || !port.chars().allMatch(ImageName::isDigit)) {
      return false;
    }
    if (host.startsWith("[")) {
      return host.endsWith("]")
          && host.substring(1, host.length() - 1).chars().allMatch(c -> c == ':' || isHex(c));
    }
    for (String label : host.split("\\.", -1)) {
      if (!isLabel(label)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isLabel(String label) {
    return !label.isEmpty()
        && label.charAt(0) != '-'
        && label.charAt(label.length() - 1) != '-'
        && label.chars().allMatch(c -> c == '-' || isLetter(c) || isDigit(c));
  }

  private static boolean isPath(String path) {
    if (path.length() > LONGEST_PATH) {
      return false;
    }
    for (String part : path.split("/", -1)) {
      if (!isPart(part)) {
        return false;
      }
    }
    return true;
  }

  /** Small letters and digits, parted by a dot, one or two underscores, or dashes. */
  private static boolean isPart(String part) {
    int separatorSince = 0;
    for (int i = 0; i < part.length(); i++) {
      char c = part.charAt(i);
      if (isLowerOrDigit(c)) {
        if (separatorSince < i && !isSeparator(part.substring(separatorSince, i))) {
          return false;
        }
        separatorSince = i + 1;
      } else if (i == 0) {
        return false;
      }
    }
    return !part.isEmpty() && separatorSince == part.length();
  }

  private static boolean isSeparator(String text) {
    return text.equals(".")
        || text.equals("_")
        || text.equals("__")
        || text.chars().allMatch(c -> c == '-');
  }

  private static boolean isTag(String tag) {
    return !tag.isEmpty()
        && tag.length() <= LONGEST_TAG
        && tag.charAt(0) != '.'
        && tag.charAt(0) != '-'
        && tag.chars().allMatch(c -> isWord(c) || c == '.' || c == '-');
  }

  /** An algorithm, and the sum that it made. */
  private static boolean isDigest(String digest) {
    int colon = digest.indexOf(':');
    String sum = digest.substring(colon + 1);
    return colon > 0
        && isLetter(digest.charAt(0))
        && sum.length() >= SHORTEST_DIGEST
        && sum.chars().allMatch(ImageName::isHex);
  }

  private static boolean isWord(int c) {
    return c == '_' || isLetter(c) || isDigit(c);
  }

  private static boolean isLowerOrDigit(int c) {
    return (c >= 'a' && c <= 'z') || isDigit(c);
  }

  private static boolean isLetter(int c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isLowerHex(int c) {
    return isDigit(c) || (c >= 'a' && c <= 'f');
  }

  private static boolean isHex(int c) {
    return isLowerHex(c) || (c >= 'A' && c <= 'F');
  }
}
