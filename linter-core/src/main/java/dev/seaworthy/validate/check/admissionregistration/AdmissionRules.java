package dev.seaworthy.validate.check.admissionregistration;

import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.Value;
import dev.seaworthy.validate.format.NameFormat;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which requests are meant (MatchResources). Mirrors validateMatchResources and validateRule. */
final class AdmissionRules {

  private static final List<String> OPERATIONS =
      List.of("*", "CONNECT", "CREATE", "DELETE", "UPDATE");
  private static final List<String> MUTABLE = List.of("*", "CONNECT", "CREATE", "UPDATE");
  private static final List<String> SCOPES = List.of("*", "Cluster", "Namespaced");
  private static final List<String> MATCH_POLICIES = List.of("Equivalent", "Exact");

  private AdmissionRules() {}

  static void match(Value match, Errors errors) {
    matchPolicy(match.at("matchPolicy"), errors);
    match.at("resourceRules").items().forEach(rule -> named(rule, errors));
    match.at("excludeResourceRules").items().forEach(rule -> named(rule, errors));
  }

  /** The same, of what changes objects: one that goes away is past changing. */
  static void mutatingMatch(Value match, Errors errors) {
    match(match, errors);
    Value rules = match.at("resourceRules");
    for (Value rule : rules.items()) {
      for (Value operation : rule.at("operations").items()) {
        if (!MUTABLE.contains(operation.text())) {
          errors.notSupported(
              rules.path().child("operations"),
              "enum",
              "has '" + operation.text() + "', must be one of " + String.join(", ", MUTABLE));
        }
      }
    }
  }

  static void matchPolicy(Value policy, Errors errors) {
    one(policy, MATCH_POLICIES, errors);
  }

  private static void named(Value rule, Errors errors) {
    rule(rule, errors);
    names(rule.at("resourceNames"), errors);
  }

  static void rule(Value rule, Errors errors) {
    Value operations = rule.at("operations");
    words(operations, errors);
    for (Value operation : operations.items()) {
      if (!OPERATIONS.contains(operation.text())) {
        unsupported(operation, OPERATIONS, errors);
      }
    }
    words(rule.at("apiGroups"), errors);
    words(rule.at("apiVersions"), errors);
    notEmpty(rule.at("apiVersions"), errors);
    resources(rule.at("resources"), errors);
    one(rule.at("scope"), SCOPES, errors);
  }

  /** A list that must not be empty, and in which a star stands alone. */
  private static void words(Value words, Errors errors) {
    if (words.size() == 0) {
      errors.required(words.path(), "required", "must not be empty");
    }
    boolean hasStar = words.items().stream().anyMatch(word -> word.text().equals("*"));
    if (hasStar && words.size() > 1) {
      errors.invalid(words.path(), "star-alone", "has *, which must stand alone");
    }
  }

  private static void notEmpty(Value words, Errors errors) {
    for (Value word : words.items()) {
      if (word.text().isEmpty()) {
        errors.required(word.path(), "required", "must not be empty");
      }
    }
  }

  private static void resources(Value resources, Errors errors) {
    if (resources.size() == 0) {
      errors.required(resources.path(), "required", "must not be empty");
    }
    notEmpty(resources, errors);
    Set<String> wildcards = new HashSet<>();
    Set<String> texts = new HashSet<>();
    boolean hasPlain = false;
    for (Value resource : resources.items()) {
      String text = resource.text();
      texts.add(text);
      int slash = text.indexOf('/');
      // The server remembers the last one alone.
      hasPlain = slash < 0 && !text.isEmpty() ? !text.equals("*") : hasPlain;
      if (slash >= 0) {
        subresource(
            resource, text.substring(0, slash), text.substring(slash + 1), wildcards, errors);
      }
    }
    if (texts.contains("*/*") && resources.size() > 1) {
      errors.invalid(resources.path(), "star-alone", "has */*, which must stand alone");
    }
    if (texts.contains("*") && hasPlain) {
      errors.invalid(resources.path(), "star-alone", "has *, which includes the other resources");
    }
  }

  private static void subresource(
      Value value, String resource, String sub, Set<String> wildcards, Errors errors) {
    for (String wildcard : List.of(resource + "/*", "*/" + sub)) {
      if (wildcards.contains(wildcard)) {
        errors.invalid(value.path(), "star-includes", "is included in " + wildcard + " already");
      }
    }
    if (sub.equals("*") || resource.equals("*")) {
      wildcards.add(resource + "/" + sub);
    }
  }

  private static void names(Value names, Errors errors) {
    Set<String> seen = new HashSet<>();
    for (Value name : names.items()) {
      errors.form(name, NameFormat.PATH_SEGMENT_NAME);
      if (!seen.add(name.text())) {
        errors.duplicate(name.path(), "uniqueItems", "is there twice");
      }
    }
  }

  /** A word that may be absent. */
  static void one(Value word, List<String> words, Errors errors) {
    if (word.isPresent() && !words.contains(word.text())) {
      unsupported(word, words, errors);
    }
  }

  static void unsupported(Value word, List<String> words, Errors errors) {
    errors.notSupported(
        word.path(),
        "enum",
        "is '" + word.text() + "', must be one of " + String.join(", ", words));
  }
}
