package dev.seaworthy.validate.check.webhook;

import dev.seaworthy.validate.format.NameFormat;
import java.util.ArrayList;
import java.util.List;

/**
 * The address of a webhook: a URL, or the path of one behind a Service. Mirrors ValidateWebhookURL
 * and ValidateWebhookService.
 */
public final class WebhookAddress {

  private WebhookAddress() {}

  /** Whether {@code text} is a URL at all. */
  public static boolean isUrl(String text) {
    return GoUrl.parse(text).isPresent();
  }

  /** All that is wrong with {@code text}, which is a URL. */
  public static List<String> problemsOfUrl(String text) {
    GoUrl url = GoUrl.parse(text).orElseThrow();
    List<String> problems = new ArrayList<>();
    add(problems, !url.scheme().equalsIgnoreCase("https"), "must begin with https://");
    add(problems, url.host().isEmpty(), "must name a host");
    add(problems, url.hasUser(), "must not name a user");
    add(problems, !url.fragment().isEmpty(), "must not have a fragment");
    add(problems, !url.query().isEmpty(), "must not have a query");
    return problems;
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
