package dev.seaworthy.validate.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * Keys and values of labels, and what is written as they are: keys of annotations, names of resources.
 * A key is a name, and before it maybe a DNS subdomain and a slash.
 */
public enum LabelFormat implements StringFormat {
  /** A label's key: a name, and before it maybe a DNS subdomain and a slash. */
  QUALIFIED_NAME("qualified-name", LabelFormat::qualifiedName),
  /** The key of an annotation: that of a label, in letters of either case. */
  ANNOTATION_KEY("annotation-key", text -> qualifiedName(text.toLowerCase(Locale.ROOT))),
  /** A label's key that must have a prefix. */
  PREFIXED_LABEL_KEY(
      "prefixed-label-key", text -> prefixed(text, "must have a prefix, such as example.com/key")),
  /** A label key with a domain before it. */
  DOMAIN_PREFIXED_KEY(
      "domain-prefixed-key",
      text -> prefixed(text, "must be a domain, a slash and a name, such as example.com/key")),
  /** A resource that device plugins and drivers bring: {@code example.com/gpu}. */
  EXTENDED_RESOURCE_NAME("extended-resource-name", LabelFormat::extendedResourceName),
  /** A label's value, which may be empty. */
  LABEL_VALUE(
      "label-value",
      text -> NameProblems.of(
          text, 63, name -> name.isEmpty() || Names.isLabelName(name), LabelFormat.LABEL_NAME));

  private static final String LABEL_NAME =
      "must be letters, digits, '-', '_' or '.', with a letter or digit at both ends";

  private final String key;
  private final Function<String, List<String>> rule;

  LabelFormat(String key, Function<String, List<String>> rule) {
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

  private static List<String> qualifiedName(String text) {
    int slash = text.indexOf('/');
    if (slash < 0) {
      return NameProblems.of(text, text.isEmpty() ? -1 : 63, Names::isLabelName, LABEL_NAME);
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
      for (String problem : NameFormat.DNS1123_SUBDOMAIN.problems(prefix)) {
        problems.add("has a prefix that " + problem);
      }
    }
    for (String problem :
        NameProblems.of(name, name.isEmpty() ? -1 : 63, Names::isLabelName, LABEL_NAME)) {
      problems.add("has a name after the slash that " + problem);
    }
    return problems;
  }

  private static List<String> prefixed(String text, String otherwise) {
    List<String> problems = qualifiedName(text);
    return !problems.isEmpty() || text.indexOf('/') >= 0 ? problems : List.of(otherwise);
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
}
