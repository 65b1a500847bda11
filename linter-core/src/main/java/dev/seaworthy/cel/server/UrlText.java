package dev.seaworthy.cel.server;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A URL, or the path of one that begins with a slash, taken apart as Go does.
 *
 * @param text as written
 * @param host with its port
 * @param path with its escapes
 */
record UrlText(String text, String scheme, String host, String path, String query) {

  static Optional<UrlText> parse(String text) {
    try {
      URI uri = new URI(text);
      boolean isAbsolute = uri.getScheme() != null || text.startsWith("/");
      if (!isAbsolute || uri.getRawFragment() != null) {
        return Optional.empty();
      }
      String authority = orEmpty(uri.getRawAuthority());
      return Optional.of(new UrlText(
          text,
          orEmpty(uri.getScheme()),
          authority.substring(authority.lastIndexOf('@') + 1),
          orEmpty(uri.getRawPath()),
          orEmpty(uri.getRawQuery())));
    } catch (URISyntaxException none) {
      return Optional.empty();
    }
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }

  String hostname() {
    int colon = colon();
    String name = colon < 0 ? host : host.substring(0, colon);
    return name.startsWith("[") && name.endsWith("]") ? name.substring(1, name.length() - 1) : name;
  }

  String port() {
    int colon = colon();
    return colon < 0 ? "" : host.substring(colon + 1);
  }

  /** Where the port begins; a colon within brackets belongs to an IPv6 address. */
  private int colon() {
    int colon = host.lastIndexOf(':');
    return colon > host.lastIndexOf(']') ? colon : -1;
  }
}
