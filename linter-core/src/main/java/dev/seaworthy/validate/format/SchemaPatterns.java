package dev.seaworthy.validate.format;

import java.util.Map;
import java.util.Optional;

/** Formats as regular expressions for JSON Schemas, in what RE2 and ECMA-262 have in common. */
final class SchemaPatterns {

  private static final String LABEL = "[a-z0-9]([-a-z0-9]*[a-z0-9])?";
  private static final String SUBDOMAIN = LABEL + "(\\." + LABEL + ")*";
  private static final String NAME = "([A-Za-z0-9][-A-Za-z0-9_.]{0,61})?[A-Za-z0-9]";

  private static final String BYTE = "(25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])";
  private static final String V4 = BYTE + "(\\." + BYTE + "){3}";
  private static final String SLOPPY_V4 = "[0-9]+(\\.[0-9]+){3}";

  /** The shape alone: how many groups there are is for the server to count. */
  private static final String V6 = "[0-9A-Fa-f]*:[0-9A-Fa-f:]*(:" + SLOPPY_V4 + ")?";

  private static final String LENGTH = "(12[0-8]|1[01][0-9]|[1-9]?[0-9])";

  private static final Map<String, String> PATTERNS = Map.ofEntries(
      Map.entry("dns-1123-label", "^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$"),
      Map.entry("dns-1123-subdomain", "^" + SUBDOMAIN + "$"),
      Map.entry("dns-1123-subdomain-prefix", "^" + SUBDOMAIN + "-?$"),
      Map.entry("dns-1035-label", "^[a-z]([-a-z0-9]{0,61}[a-z0-9])?$"),
      Map.entry("qualified-name", "^(" + SUBDOMAIN + "/)?" + NAME + "$"),
      Map.entry("prefixed-label-key", "^" + SUBDOMAIN + "/" + NAME + "$"),
      Map.entry("domain-prefixed-key", "^" + SUBDOMAIN + "/" + NAME + "$"),
      Map.entry("label-value", "^(" + NAME + ")?$"),
      Map.entry("port-name", "^[a-z0-9-]{1,15}$"),
      Map.entry("c-identifier", "^[A-Za-z_][A-Za-z0-9_]*$"),
      Map.entry("env-var-name", "^[-._a-zA-Z][-._a-zA-Z0-9]*$"),
      Map.entry("relaxed-env-var-name", "^[ -<>-~]+$"),
      Map.entry("config-key", "^[-._a-zA-Z0-9]{1,253}$"),
      Map.entry("http-header-name", "^[-A-Za-z0-9]+$"),
      Map.entry("percent", "^[0-9]+%$"),
      Map.entry("uuid", "^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$"),
      Map.entry("decimal-integer", "^(0|-?[1-9][0-9]*)$"),
      Map.entry("absolute-path", "^/"),
      Map.entry("descending-path", "^([^/]|$)"),
      Map.entry("descending-unreserved-path", "^([^/]|$)"),
      Map.entry("ip-sloppy", "^(" + SLOPPY_V4 + "|" + V6 + ")$"),
      Map.entry("ip", "^(" + V4 + "|" + V6 + ")$"),
      Map.entry("ip-strict", "^(" + V4 + "|" + V6 + ")$"),
      Map.entry("cidr-sloppy", "^(" + SLOPPY_V4 + "|" + V6 + ")/[0-9]+$"),
      Map.entry("cidr", "^(" + V4 + "|" + V6 + ")/" + LENGTH + "$"),
      Map.entry("cidr-strict", "^(" + V4 + "|" + V6 + ")/" + LENGTH + "$"),
      Map.entry("without-slash", "^[^/]*$"));

  private SchemaPatterns() {}

  static Optional<String> of(String key) {
    return Optional.ofNullable(PATTERNS.get(key));
  }
}
