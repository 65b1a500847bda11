package dev.seaworthy.validate.format;

import dev.seaworthy.cel.server.SemanticVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A form that names and other short texts must have. A text can break one in several ways at once,
 * and the API server reports each as a cause of its own.
 */
public enum NameFormat implements StringFormat {
  /** A DNS label of RFC 1123: {@code web-1}. */
  DNS1123_LABEL("dns-1123-label") {
    @Override
    public List<String> problems(String text) {
      return check(text, 63, Names::isDns1123Label, DNS_LABEL);
    }
  },
  /** DNS labels joined by dots: {@code web-1.example.com}. */
  DNS1123_SUBDOMAIN("dns-1123-subdomain") {
    @Override
    public List<String> problems(String text) {
      return check(text, 253, Names::isDns1123Subdomain, DNS_SUBDOMAIN);
    }
  },
  /** A subdomain that may have underscores in it. */
  DNS1123_SUBDOMAIN_WITH_UNDERSCORE("dns-1123-subdomain-with-underscore") {
    @Override
    public List<String> problems(String text) {
      return check(
          text,
          253,
          Names::isDns1123SubdomainWithUnderscore,
          "must be lower case letters, digits, '_', '-' or '.'");
    }
  },
  /** A subdomain in letters of either case. */
  DNS1123_SUBDOMAIN_CASELESS("dns-1123-subdomain-caseless") {
    @Override
    public List<String> problems(String text) {
      return check(
          text,
          253,
          name -> Names.isDns1123Subdomain(name.toLowerCase(Locale.ROOT)),
          DNS_SUBDOMAIN);
    }
  },
  /** A subdomain after {@code *.}. */
  WILDCARD_DNS1123_SUBDOMAIN("wildcard-dns-1123-subdomain") {
    @Override
    public List<String> problems(String text) {
      return check(
          text,
          253,
          name -> name.startsWith("*.") && Names.isDns1123Subdomain(name.substring(2)),
          "must be '*.' and a DNS subdomain, such as *.example.com");
    }
  },
  /** A DNS label of RFC 1035, which starts with a letter. */
  DNS1035_LABEL("dns-1035-label") {
    @Override
    public List<String> problems(String text) {
      return check(
          text,
          63,
          Names::isDns1035Label,
          "must start with a lower case letter, end with one or a digit, and hold nothing but them"
              + " and '-'");
    }
  },
  /** A label's key: a name, and before it maybe a DNS subdomain and a slash. */
  QUALIFIED_NAME("qualified-name") {
    @Override
    public List<String> problems(String text) {
      return qualifiedName(text);
    }
  },
  /** The start of a subdomain to which something is added: it may end in a dash. */
  DNS1123_SUBDOMAIN_PREFIX("dns-1123-subdomain-prefix") {
    @Override
    public List<String> problems(String text) {
      boolean dash = text.length() > 1 && text.endsWith("-");
      return DNS1123_SUBDOMAIN.problems(dash ? text.substring(0, text.length() - 1) + "a" : text);
    }
  },
  /** The key of an annotation: that of a label, in letters of either case. */
  ANNOTATION_KEY("annotation-key") {
    @Override
    public List<String> problems(String text) {
      return qualifiedName(text.toLowerCase(Locale.ROOT));
    }
  },
  /** A label's key that must have a prefix. */
  PREFIXED_LABEL_KEY("prefixed-label-key") {
    @Override
    public List<String> problems(String text) {
      List<String> problems = qualifiedName(text);
      return !problems.isEmpty() || text.indexOf('/') >= 0
          ? problems
          : List.of("must have a prefix, such as example.com/key");
    }
  },
  /** A label's value, which may be empty. */
  LABEL_VALUE("label-value") {
    @Override
    public List<String> problems(String text) {
      return check(text, 63, name -> name.isEmpty() || Names.isLabelName(name), LABEL_NAME);
    }
  },
  /** What a part of a URL's path may be. */
  PATH_SEGMENT_NAME("path-segment-name") {
    @Override
    public List<String> problems(String text) {
      return text.equals(".") || text.equals("..")
          ? List.of("must not be '" + text + "'")
          : pathSegmentPrefix(text);
    }
  },
  /** What the start of a part of a URL's path may be. */
  PATH_SEGMENT_PREFIX("path-segment-prefix") {
    @Override
    public List<String> problems(String text) {
      return pathSegmentPrefix(text);
    }
  },
  /** A port's name. */
  PORT_NAME("port-name") {
    @Override
    public List<String> problems(String text) {
      return portName(text);
    }
  },
  /** An identifier of the C language. */
  C_IDENTIFIER("c-identifier") {
    @Override
    public List<String> problems(String text) {
      return check(
          text,
          Integer.MAX_VALUE,
          Names::isCIdentifier,
          "must be letters, digits and '_', and not start with a digit");
    }
  },
  /** The name of an environment variable as it was before 1.34. */
  ENV_VAR_NAME("env-var-name") {
    @Override
    public List<String> problems(String text) {
      return withDots(
          text,
          check(
              text,
              Integer.MAX_VALUE,
              Names::isEnvVarName,
              "must be letters, digits, '_', '-' or '.', and not start with a digit"));
    }
  },
  /** The name of an environment variable: printable ASCII without an equals sign. */
  RELAXED_ENV_VAR_NAME("relaxed-env-var-name") {
    @Override
    public List<String> problems(String text) {
      if (text.isEmpty()) {
        return List.of("must not be empty");
      }
      return text.chars().allMatch(c -> c >= ' ' && c <= '~' && c != '=')
          ? List.of()
          : List.of("must be printable ASCII characters without '='");
    }
  },
  /** The key of a ConfigMap or Secret. */
  CONFIG_KEY("config-key") {
    @Override
    public List<String> problems(String text) {
      return withDots(
          text, check(text, 253, Names::isConfigKey, "must be letters, digits, '-', '_' or '.'"));
    }
  },
  /** The name of an HTTP header. */
  HTTP_HEADER_NAME("http-header-name") {
    @Override
    public List<String> problems(String text) {
      return check(
          text, Integer.MAX_VALUE, Names::isHttpHeaderName, "must be letters, digits or '-'");
    }
  },
  /** A percentage, such as {@code 25%}. */
  PERCENT("percent") {
    @Override
    public List<String> problems(String text) {
      return Names.isPercent(text) ? List.of() : List.of("must be digits and '%', such as 25%");
    }
  },
  /** A DNS subdomain, a slash and a path: {@code example.com/controller}. */
  DOMAIN_PREFIXED_PATH("domain-prefixed-path") {
    @Override
    public List<String> problems(String text) {
      return domainPrefixedPath(text);
    }
  },
  /** A label key with a domain before it. */
  DOMAIN_PREFIXED_KEY("domain-prefixed-key") {
    @Override
    public List<String> problems(String text) {
      List<String> problems = qualifiedName(text);
      return !problems.isEmpty() || text.indexOf('/') >= 0
          ? problems
          : List.of("must be a domain, a slash and a name, such as example.com/key");
    }
  },
  /** A pool of devices: DNS subdomains with slashes between them. */
  RESOURCE_POOL_NAME("resource-pool-name") {
    @Override
    public List<String> problems(String text) {
      List<String> problems = new ArrayList<>(0);
      for (String part : text.split("/", -1)) {
        problems.addAll(DNS1123_SUBDOMAIN.problems(part));
      }
      return problems;
    }
  },
  /** A resource that device plugins and drivers bring: {@code example.com/gpu}. */
  EXTENDED_RESOURCE_NAME("extended-resource-name") {
    @Override
    public List<String> problems(String text) {
      return extendedResourceName(text);
    }
  },
  /** A version of semver.org: {@code 1.2.3-beta.1}. */
  SEMVER("semver") {
    @Override
    public List<String> problems(String text) {
      return SemanticVersion.parse(text, false).isPresent()
          ? List.of()
          : List.of("must be a version as semver.org has it, such as 1.2.3");
    }
  },
  /** A UUID in lower case. */
  UUID("uuid") {
    @Override
    public List<String> problems(String text) {
      return Names.isUuid(text)
          ? List.of()
          : List.of("must be a UUID in lower case, 8-4-4-4-12 hexadecimal digits");
    }
  },
  /** A whole number in decimal digits without leading zeros. */
  DECIMAL_INTEGER("decimal-integer") {
    @Override
    public List<String> problems(String text) {
      return Names.isDecimalInteger(text)
          ? List.of()
          : List.of("must be a whole number in decimal digits without leading zeros");
    }
  },
  /** An IP address, as the older fields take it (leading zeros and mapped addresses included). */
  IP_SLOPPY("ip-sloppy") {
    @Override
    public List<String> problems(String text) {
      return IpAddress.parseSloppy(text).isPresent() ? List.of() : List.of(IP);
    }
  },
  /** An IP address without leading zeros, and if of IPv4 not written as IPv6. */
  IP_STANDARD("ip") {
    @Override
    public List<String> problems(String text) {
      return IpAddress.standardProblems(text);
    }
  },
  /** An IP address in its canonical form. */
  IP_STRICT("ip-strict") {
    @Override
    public List<String> problems(String text) {
      return IpAddress.strictProblems(text);
    }
  },
  /** When a CronJob starts its jobs. */
  CRON_SCHEDULE("cron-schedule") {
    @Override
    public List<String> problems(String text) {
      return CronSchedule.problems(text);
    }
  },
  /** An IP address that other nodes can reach. */
  IP_OF_ENDPOINT("ip-of-endpoint") {
    @Override
    public List<String> problems(String text) {
      return IpAddress.parseSloppy(text).map(IpAddress::unreachable).orElse(List.of(IP));
    }
  },
  /** A range of addresses, as the older fields take it. */
  CIDR_SLOPPY("cidr-sloppy") {
    @Override
    public List<String> problems(String text) {
      return Cidr.parseSloppy(text).isPresent() ? List.of() : List.of(Cidr.FORM);
    }
  },
  /** A range of addresses without leading zeros, or bits beyond its length. */
  CIDR_STANDARD("cidr") {
    @Override
    public List<String> problems(String text) {
      return Cidr.standardProblems(text);
    }
  },
  /** A range of addresses in its canonical form. */
  CIDR_STRICT("cidr-strict") {
    @Override
    public List<String> problems(String text) {
      return Cidr.strictProblems(text);
    }
  };

  static final String IP = "must be an IP address, such as 10.9.8.7 or 2001:db8::ffff";

  private static final String DNS_LABEL =
      "must be lower case letters, digits or '-', with a letter or digit at both ends";
  private static final String DNS_SUBDOMAIN =
      "must be lower case letters, digits, '-' or '.', with a letter or digit at both ends";
  private static final String LABEL_NAME =
      "must be letters, digits, '-', '_' or '.', with a letter or digit at both ends";

  private final String key;

  NameFormat(String key) {
    this.key = key;
  }

  @Override
  public String key() {
    return key;
  }

  /** The format of that key. */
  public static Optional<NameFormat> named(String key) {
    for (NameFormat format : values()) {
      if (format.key.equals(key)) {
        return Optional.of(format);
      }
    }
    return Optional.empty();
  }

  static String tooLong(int limit) {
    return "must be no more than " + limit + " bytes";
  }

  private static List<String> check(
      String text, int limit, Predicate<String> form, String message) {
    boolean fits = text.length() <= limit && Letters.bytes(text) <= limit;
    boolean formed = form.test(text);
    if (fits && formed) {
      return List.of();
    }
    List<String> problems = new ArrayList<>(2);
    if (!fits) {
      problems.add(tooLong(limit));
    }
    if (!formed) {
      problems.add(message);
    }
    return problems;
  }

  private static List<String> qualifiedName(String text) {
    int slash = text.indexOf('/');
    if (slash < 0) {
      return check(text, text.isEmpty() ? -1 : 63, Names::isLabelName, LABEL_NAME);
    }
    if (text.indexOf('/', slash + 1) >= 0) {
      return List.of("must be a name, with at most one slash after a DNS subdomain before it");
    }
    String prefix = text.substring(0, slash);
    String name = text.substring(slash + 1);
    List<String> problems = new ArrayList<>(0);
    if (prefix.isEmpty()) {
      problems.add("must have something before the slash");
    } else {
      for (String problem : DNS1123_SUBDOMAIN.problems(prefix)) {
        problems.add("has a prefix that " + problem);
      }
    }
    for (String problem : check(name, name.isEmpty() ? -1 : 63, Names::isLabelName, LABEL_NAME)) {
      problems.add("has a name after the slash that " + problem);
    }
    return problems;
  }

  private static List<String> extendedResourceName(String text) {
    List<String> problems = new ArrayList<>(0);
    if (text.indexOf('/') < 0) {
      problems.add("must have a domain before it, such as example.com/gpu");
    } else if (text.contains("kubernetes.io/")) {
      problems.add("must not be in the domain of Kubernetes");
    } else if (text.startsWith("requests.")) {
      problems.add("must not start with 'requests.'");
    }
    problems.addAll(qualifiedName("requests." + text));
    return problems;
  }

  private static List<String> pathSegmentPrefix(String text) {
    List<String> problems = new ArrayList<>(0);
    if (text.indexOf('/') >= 0) {
      problems.add("must not contain '/'");
    }
    if (text.indexOf('%') >= 0) {
      problems.add("must not contain '%'");
    }
    return problems;
  }

  private static List<String> portName(String text) {
    List<String> problems = new ArrayList<>(0);
    if (Letters.bytes(text) > 15) {
      problems.add(tooLong(15));
    }
    boolean fits = !text.isEmpty();
    boolean hasLetter = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      fits &= c == '-' || Letters.isLowerOrDigit(c);
      hasLetter |= Letters.isLower(c);
    }
    if (!fits) {
      problems.add("must be lower case letters, digits and '-'");
    }
    if (!hasLetter) {
      problems.add("must have at least one letter from a to z");
    }
    if (text.contains("--")) {
      problems.add("must not have two hyphens in a row");
    }
    if (text.startsWith("-") || text.endsWith("-")) {
      problems.add("must not start or end with a hyphen");
    }
    return problems;
  }

  private static List<String> domainPrefixedPath(String text) {
    int slash = text.indexOf('/');
    if (slash <= 0 || slash == text.length() - 1) {
      return List.of("must be a domain, a slash and a path, such as example.com/controller");
    }
    List<String> problems = new ArrayList<>(DNS1123_SUBDOMAIN.problems(text.substring(0, slash)));
    if (!Names.isHttpPath(text.substring(slash + 1))) {
      problems.add("has characters after the slash that no URL path has");
    }
    return problems;
  }

  /** Keys become file names, which must not lead upwards. */
  private static List<String> withDots(String text, List<String> problems) {
    if (!text.equals(".") && !text.startsWith("..")) {
      return problems;
    }
    List<String> more = new ArrayList<>(problems);
    more.add(text.length() <= 2 ? "must not be '" + text + "'" : "must not start with '..'");
    return more;
  }
}
