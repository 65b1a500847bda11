package dev.seaworthy.validate.check.pod;

import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.Value;
import dev.seaworthy.validate.format.IpAddress;
import dev.seaworthy.validate.format.NameFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** How a pod finds names, and by which names it is found. */
final class DnsCheck {

  private static final List<String> POLICIES =
      List.of("ClusterFirst", "ClusterFirstWithHostNet", "Default", "None");
  private static final int STRICT_IP = 36;
  private static final int MOST_SERVERS = 3;
  private static final int MOST_SEARCHES = 32;
  private static final int LONGEST_SEARCHES = 2048;
  private static final int LONGEST_HOSTNAME = 64;

  private final PodScope scope;
  private final FieldRules rules;
  private final Errors errors;

  DnsCheck(PodScope scope) {
    this.scope = scope;
    this.errors = scope.errors();
    this.rules = new FieldRules(errors);
  }

  void check() {
    Value spec = scope.spec();
    rules.requiredOneOf(spec.at("dnsPolicy"), POLICIES);
    if (hasServersIfNone(spec.at("dnsConfig"))) {
      config(spec.at("dnsConfig"));
    }
    rules.optionalFormat(spec.at("hostname"), NameFormat.DNS1123_LABEL);
    rules.optionalFormat(spec.at("subdomain"), NameFormat.DNS1123_LABEL);
    hostnameOverride(spec.at("hostnameOverride"));
    for (Value alias : spec.at("hostAliases").items()) {
      ip(alias.at("ip"));
      alias.at("hostnames").items().forEach(n -> rules.format(n, NameFormat.DNS1123_SUBDOMAIN));
    }
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

  private void config(Value config) {
    Value servers = config.at("nameservers");
    atMost(servers.path(), servers.size(), MOST_SERVERS, "items");
    servers.items().forEach(this::ip);
    searches(config.at("searches"));
    for (Value option : config.at("options").items()) {
      if (option.at("name").text().isEmpty()) {
        errors.required(option.path(), "required", "must have a name");
      }
    }
  }

  private void atMost(FieldPath path, int count, int most, String what) {
    if (count > most) {
      errors.invalid(
          path, "max-" + what, "has " + count + " " + what + ", must have at most " + most);
    }
  }

  private void searches(Value searches) {
    atMost(searches.path(), searches.size(), MOST_SEARCHES, "items");
    String joined = searches.items().stream().map(Value::text).collect(Collectors.joining(" "));
    atMost(searches.path(), joined.length(), LONGEST_SEARCHES, "characters");
    boolean relaxed = scope.request().isSince(33);
    NameFormat format =
        relaxed ? NameFormat.DNS1123_SUBDOMAIN_WITH_UNDERSCORE : NameFormat.DNS1123_SUBDOMAIN;
    for (Value search : searches.items()) {
      String text = search.text();
      if (!(relaxed && text.equals("."))) {
        String domain = text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
        rules.format(search.path(), domain, format);
      }
    }
  }

  /** Since 1.36 neither leading zeros nor IPv4 addresses written as IPv6 are taken. */
  private void ip(Value address) {
    Optional<IpAddress> ip = IpAddress.parseSloppy(address.text());
    if (ip.isEmpty()) {
      rules.format(address, NameFormat.IP_SLOPPY);
    } else if (scope.request().isSince(STRICT_IP) && !ip.get().isStandard()) {
      errors.invalid(
          address.path(),
          "ip-strict",
          "is '" + address.text() + "', must be written as " + ip.get());
    }
  }

  private void hostnameOverride(Value override) {
    if (override.isAbsent() || !scope.request().isSince(35)) {
      return;
    }
    if (override.text().length() > LONGEST_HOSTNAME) {
      errors.tooLong(override.path(), "max-length", "must be at most 64 bytes");
    }
    rules.format(override, NameFormat.DNS1123_SUBDOMAIN);
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
