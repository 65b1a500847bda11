package dev.seaworthy.validate.check.webhook;

import dev.seaworthy.validate.format.NameFormat;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The address of a webhook: a URL, or the path of one behind a Service. Mirrors ValidateWebhookURL
 * and ValidateWebhookService.
 */
public final class WebhookAddress {

  private WebhookAddress() {}

  /** Whether {@code text} is a URL at all. */
  public static boolean isUrl(String text) {
    try {
      new URI(text);
      return true;
    } catch (URISyntaxException none) {
      return false;
    }
  }

  /** All that is wrong with {@code text}, which is a URL. */
  public static List<String> problemsOfUrl(String text) {
    URI uri = URI.create(text);
    List<String> problems = new ArrayList<>();
    add(problems, !"https".equals(uri.getScheme()), "must begin with https://");
    String authority = uri.getRawAuthority();
    add(problems, authority == null, "must name a host");
    add(problems, authority != null && authority.indexOf('@') >= 0, "must not name a user");
    add(problems, notEmpty(uri.getRawFragment()), "must not have a fragment");
    add(problems, notEmpty(uri.getRawQuery()), "must not have a query");
    return problems;
  }

  private static boolean notEmpty(@Nullable String text) {
    return text != null && !text.isEmpty();
  }

  private static void add(List<String> problems, boolean isOne, String problem) {
    if (isOne) {
      problems.add(problem);
    }
  }

  /** All that is wrong with a path; an empty one is as good as none. */
  public static List<String> problemsOfPath(String path) {
    List<String> problems = new ArrayList<>();
    if (path.isEmpty() || path.equals("/")) {
      return problems;
    }
    if (path.equals("//")) {
      return List.of("must not have an empty segment");
    }
    add(problems, !path.startsWith("/"), "must begin with a slash");
    String rest = path.substring(1);
    for (String step : withoutLastSlash(rest).split("/", -1)) {
      if (step.isEmpty()) {
        problems.add("must not have an empty segment");
      } else {
        problems.addAll(NameFormat.DNS1123_SUBDOMAIN.problems(step));
      }
    }
    return problems;
  }

  private static String withoutLastSlash(String text) {
    return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
  }
}
