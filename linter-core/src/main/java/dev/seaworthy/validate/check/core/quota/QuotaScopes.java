package dev.seaworthy.validate.check.core.quota;

import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.Request;
import dev.seaworthy.validate.field.Value;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which objects a quota counts. The server names the list, not the item. */
final class QuotaScopes {

  private static final List<Set<String>> OPPOSITES =
      List.of(Set.of("BestEffort", "NotBestEffort"), Set.of("Terminating", "NotTerminating"));

  private static final Set<String> ONLY_EXISTS = Set.of(
      "BestEffort", "NotBestEffort", "Terminating", "NotTerminating", "CrossNamespacePodAffinity");

  private final List<String> limited;
  private final Request request;
  private final Errors errors;

  QuotaScopes(Node hard, Request request, Errors errors) {
    this.limited = hard.entries().stream()
        .map(Mapping.Entry::key)
        .filter(QuotaResources::isStandard)
        .toList();
    this.request = request;
    this.errors = errors;
  }

  void plain(Value scopes) {
    Set<String> seen = new HashSet<>();
    for (Value scope : scopes.items()) {
      String name = scope.text();
      if (!QuotaResources.isScope(name, request)) {
        errors.invalid(scopes.path(), "enum", "has '" + name + "', which is no scope");
      }
      seen.add(name);
    }
    fit(scopes.items().stream().map(Value::text).toList(), scopes.path());
    noOpposites(seen, scopes.path());
  }

  void selected(Value expressions) {
    Set<String> seen = new HashSet<>();
    for (Value expression : expressions.items()) {
      String name = expression.at("scopeName").text();
      if (!QuotaResources.isScope(name, request)) {
        errors.invalid(
            expressions.path().child("scopeName"), "enum", "is '" + name + "', which is no scope");
      }
      operator(name, expression, expressions.path());
      seen.add(name);
    }
    fit(
        expressions.items().stream().map(each -> each.at("scopeName").text()).toList(),
        expressions.path());
    noOpposites(seen, expressions.path());
  }

  private void operator(String scope, Value expression, FieldPath path) {
    String operator = expression.at("operator").text();
    if (ONLY_EXISTS.contains(scope) && !operator.equals("Exists")) {
      errors.invalid(path.child("operator"), "exists-only", "must be Exists for " + scope);
    }
    boolean hasValues = expression.at("values").size() > 0;
    switch (operator) {
      case "In", "NotIn" -> {
        if (!hasValues) {
          errors.required(path.child("values"), "values", "must be given for " + operator);
        }
      }
      case "Exists", "DoesNotExist" -> {
        if (hasValues) {
          errors.invalid(path.child("values"), "values", "must not be given for " + operator);
        }
      }
      default ->
        errors.invalid(
            path.child("operator"),
            "enum",
            "is '" + operator + "', must be In, NotIn, Exists or DoesNotExist");
    }
  }

  /** The server says it once for each scope and resource, in the same words. */
  private void fit(List<String> scopes, FieldPath path) {
    String message = "";
    for (String scope : scopes) {
      for (String resource : limited) {
        if (QuotaResources.isScope(scope, request) && !QuotaResources.fits(scope, resource)) {
          message =
              message.isEmpty() ? "has " + scope + ", which says nothing of " + resource : message;
          errors.invalid(path, "scope-has-resource", message);
        }
      }
    }
  }

  private void noOpposites(Set<String> seen, FieldPath path) {
    for (Set<String> pair : OPPOSITES) {
      if (seen.containsAll(pair)) {
        errors.invalid(path, "opposite-scopes", "must not have a scope and its opposite");
      }
    }
  }
}
