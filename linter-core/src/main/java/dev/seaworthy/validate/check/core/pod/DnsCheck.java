package dev.seaworthy.validate.check.core.pod;

import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.Value;
import dev.seaworthy.validate.format.NameFormat;
import java.util.stream.Collectors;

/** How a pod finds names, and by which names it is found. */
final class DnsCheck {

  private static final int LONGEST_SEARCHES = 2048;

  private final PodScope scope;
  private final Errors errors;

  DnsCheck(PodScope scope) {
    this.scope = scope;
    this.errors = scope.errors();
  }

  void check() {
    Value spec = scope.spec();
    if (hasServersIfNone(spec.at("dnsConfig"))) {
      searches(spec.at("dnsConfig", "searches"));
    }
    hostnameOverride(spec.at("hostnameOverride"));
  }

  /** Without a policy there must be a server; nothing else is judged before. */
  private boolean hasServersIfNone(Value config) {
    if (!scope.spec().at("dnsPolicy").text().equals("None")) {
      return true;
    }
    if (config.isAbsent()) {
      errors.required(config.path(), "servers-if-none", "must be given where dnsPolicy is None");
      return false;
    }
    Value servers = config.at("nameservers");
    if (servers.size() == 0) {
      errors.required(
          servers.path(), "servers-if-none", "must have an item where dnsPolicy is None");
      return false;
    }
    return true;
  }

  private void searches(Value searches) {
    if (searches.isAbsent()) {
      return;
    }
    String joined = searches.items().stream().map(Value::text).collect(Collectors.joining(" "));
    if (joined.length() > LONGEST_SEARCHES) {
      errors.invalid(
          searches.path(),
          "max-characters",
          "have " + joined.length() + " characters, must have at most " + LONGEST_SEARCHES);
    }
    boolean relaxed = scope.request().isSince(33);
    NameFormat format =
        relaxed ? NameFormat.DNS1123_SUBDOMAIN_WITH_UNDERSCORE : NameFormat.DNS1123_SUBDOMAIN;
    for (Value search : searches.items()) {
      String text = search.text();
      if (!(relaxed && text.equals("."))) {
        String domain = text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
        errors.form(search.path(), format.key(), domain, format.problems(domain));
      }
    }
  }

  private void hostnameOverride(Value override) {
    if (override.isAbsent() || !scope.request().isSince(35)) {
      return;
    }
    if (scope.isHostNetwork()) {
      errors.forbidden(
          override.path(), "own-hostname", "must not be set where hostNetwork is true");
    }
    if (scope.spec().at("setHostnameAsFQDN").isTrue()) {
      errors.forbidden(
          override.path(), "one-hostname", "must not be set where setHostnameAsFQDN is true");
    }
  }
}
