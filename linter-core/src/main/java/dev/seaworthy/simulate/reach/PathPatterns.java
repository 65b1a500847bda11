package dev.seaworthy.simulate.reach;

import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.simulate.reach.ReachQuestion.Url;
import java.util.Locale;
import java.util.Optional;

/**
 * Paths of Ingresses that a controller reads in its own way ({@code ImplementationSpecific}), as NGINX
 * reads {@code /api(/|$)(.*)} as a regular expression: which requests they fit is the controller's to say.
 */
final class PathPatterns {

  private static final String SIGNS = "()[]{}*+?|^$\\";

  private PathPatterns() {}

  /** The first pattern of {@code ingress} that may fit {@code url}. */
  static Optional<Obstacle> inTheWay(Resource ingress, Url url) {
    for (Node rule : ingress.at("spec", "rules").items()) {
      String host = url.host().toLowerCase(Locale.ROOT);
      if (IngressRoute.fitOfHost(rule.get("host").text(), host) > 0) {
        for (Node path : rule.at("http", "paths").items()) {
          if (isPattern(path)
              && url.path().startsWith(beginning(path.get("path").text()))) {
            return Optional.of(unknown(ingress, path));
          }
        }
      }
    }
    return Optional.empty();
  }

  private static Obstacle unknown(Resource ingress, Node path) {
    return Obstacle.at(
        ingress,
        "spec.rules",
        "ingress/" + ingress.name() + " may send it by " + path.get("path").text() + " to service/"
            + path.at("backend", "service", "name").text()
            + ": its controller reads that as a pattern");
  }

  private static boolean isPattern(Node path) {
    return path.get("pathType").text().equals("ImplementationSpecific")
        && firstSign(path.get("path").text()) >= 0;
  }

  private static int firstSign(String path) {
    for (int i = 0; i < path.length(); i++) {
      if (SIGNS.indexOf(path.charAt(i)) >= 0) {
        return i;
      }
    }
    return -1;
  }

  /** What any path must begin with that fits; a sign such as {@code ?} is about the character before. */
  private static String beginning(String pattern) {
    int first = firstSign(pattern);
    boolean isOptional = first > 0 && "*?{".indexOf(pattern.charAt(first)) >= 0;
    return pattern.indexOf('|') == first || hasOuterChoice(pattern)
        ? ""
        : pattern.substring(0, isOptional ? first - 1 : first);
  }

  /** Whether one of several patterns is meant, as in {@code /a|/b}. */
  private static boolean hasOuterChoice(String pattern) {
    int depth = 0;
    for (char sign : pattern.toCharArray()) {
      depth += sign == '(' ? 1 : sign == ')' ? -1 : 0;
      if (sign == '|' && depth == 0) {
        return true;
      }
    }
    return false;
  }
}
