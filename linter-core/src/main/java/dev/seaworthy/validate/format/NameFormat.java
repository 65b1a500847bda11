package dev.seaworthy.validate.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * A form that names of objects and of their parts must have. A text can break one in several ways at
 * once, and the API server reports each as a cause of its own.
 */
public enum NameFormat implements StringFormat {
  /** A DNS label of RFC 1123: {@code web-1}. */
  DNS1123_LABEL(
      "dns-1123-label",
      text -> NameProblems.of(text, 63, Names::isDns1123Label, NameFormat.DNS_LABEL)),
  /** DNS labels joined by dots: {@code web-1.example.com}. */
  DNS1123_SUBDOMAIN(
      "dns-1123-subdomain",
      text -> NameProblems.of(text, 253, Names::isDns1123Subdomain, NameFormat.DNS_SUBDOMAIN)),
  /** A subdomain that may have underscores in it. */
  DNS1123_SUBDOMAIN_WITH_UNDERSCORE(
      "dns-1123-subdomain-with-underscore",
      text -> NameProblems.of(
          text,
          253,
          Names::isDns1123SubdomainWithUnderscore,
          "must be lower case letters, digits, '_', '-' or '.'")),
  /** A subdomain in letters of either case. */
  DNS1123_SUBDOMAIN_CASELESS(
      "dns-1123-subdomain-caseless",
      text -> NameProblems.of(
          text,
          253,
          name -> Names.isDns1123Subdomain(name.toLowerCase(Locale.ROOT)),
          NameFormat.DNS_SUBDOMAIN)),
  /** A subdomain after {@code *.}. */
  WILDCARD_DNS1123_SUBDOMAIN(
      "wildcard-dns-1123-subdomain",
      text -> NameProblems.of(
          text,
          253,
          name -> name.startsWith("*.") && Names.isDns1123Subdomain(name.substring(2)),
          "must be '*.' and a DNS subdomain, such as *.example.com")),
  /** A DNS label of RFC 1035, which starts with a letter. */
  DNS1035_LABEL(
      "dns-1035-label",
      text -> NameProblems.of(
          text,
          63,
          Names::isDns1035Label,
          "must start with a lower case letter, end with one or a digit, and hold nothing but them"
              + " and '-'")),
  /** The start of a subdomain to which something is added: it may end in a dash. */
  DNS1123_SUBDOMAIN_PREFIX("dns-1123-subdomain-prefix", NameFormat::subdomainPrefix),
  /** What a part of a URL's path may be. */
  PATH_SEGMENT_NAME(
      "path-segment-name",
      text -> text.equals(".") || text.equals("..")
          ? List.of("must not be '" + text + "'")
          : pathSegmentPrefix(text)),
  /** What the start of a part of a URL's path may be. */
  PATH_SEGMENT_PREFIX("path-segment-prefix", NameFormat::pathSegmentPrefix),
  /** A port's name. */
  PORT_NAME("port-name", NameFormat::portName),
  /** A DNS subdomain, a slash and a path: {@code example.com/controller}. */
  DOMAIN_PREFIXED_PATH("domain-prefixed-path", NameFormat::domainPrefixedPath),
  /** A pool of devices: DNS subdomains with slashes between them. */
  RESOURCE_POOL_NAME("resource-pool-name", NameFormat::resourcePoolName);

  private static final String DNS_LABEL =
      "must be lower case letters, digits or '-', with a letter or digit at both ends";
  private static final String DNS_SUBDOMAIN =
      "must be lower case letters, digits, '-' or '.', with a letter or digit at both ends";

  private final String key;
  private final Function<String, List<String>> rule;

  NameFormat(String key, Function<String, List<String>> rule) {
    this.key = key;
    this.rule = rule;
  }

  @Override
  public String key() {
    return key;
  }

  @Override
  public List<String> problems(String text) {
    return rule.apply(text);
  }

  private static List<String> subdomainPrefix(String text) {
    boolean dash = text.length() > 1 && text.endsWith("-");
    return DNS1123_SUBDOMAIN.problems(dash ? text.substring(0, text.length() - 1) + "a" : text);
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
      problems.add(NameProblems.tooLong(15));
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

  private static List<String> resourcePoolName(String text) {
    List<String> problems = new ArrayList<>(0);
    for (String part : text.split("/", -1)) {
      problems.addAll(DNS1123_SUBDOMAIN.problems(part));
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
}
