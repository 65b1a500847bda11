package dev.seaworthy.validate.check.flowcontrol;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.KindCheck;
import dev.seaworthy.validate.field.Request;
import dev.seaworthy.validate.field.Value;
import dev.seaworthy.validate.format.NameFormat;
import java.util.List;

/** Which requests flow together. Mirrors ValidateFlowSchema. */
public final class FlowSchemaCheck implements KindCheck {

  private static final String EXEMPT = "exempt";
  private static final String ALL = "*";
  private static final List<String> VERBS = List.of(
      "get", "list", "create", "update", "delete", "deletecollection", "patch", "watch", "proxy");

  @Override
  public GroupKind kind() {
    return GroupKind.of("flowcontrol.apiserver.k8s.io", "FlowSchema");
  }

  @Override
  public void check(Value schema, Request request, Errors errors) {
    Value spec = schema.at("spec");
    Value precedence = spec.at("matchingPrecedence");
    String name = schema.at("metadata", "name").text();
    if (precedence.number() == 1 && !name.equals(EXEMPT)) {
      errors.invalid(precedence.path(), "exempt-alone", "must not be 1, which is that of 'exempt'");
    }
    for (Value rule : spec.at("rules").items()) {
      rule.at("subjects").items().forEach(subject -> account(subject.at("serviceAccount"), errors));
      rule.at("resourceRules").items().forEach(one -> resources(one, errors));
      rule.at("nonResourceRules").items().forEach(one -> paths(one, errors));
    }
    if (!MandatorySpecs.isAsItMust(name, spec.node())) {
      errors.invalid(spec.path(), "mandatory", "of '" + name + "' must be as the server makes it");
    }
  }

  private static void account(Value account, Errors errors) {
    Value name = account.at("name");
    NameFormat form = NameFormat.DNS1123_SUBDOMAIN;
    if (!name.text().isEmpty() && !name.text().equals(ALL)) {
      errors.form(name.path(), form.key(), name.text(), form.problems(name.text()));
    }
  }

  private static void resources(Value rule, Errors errors) {
    verbs(rule.at("verbs"), errors);
    allStandsAlone(rule.at("apiGroups"), errors);
    allStandsAlone(rule.at("resources"), errors);
    Value namespaces = rule.at("namespaces");
    if (namespaces.size() == 0 && !rule.at("clusterScope").isTrue()) {
      errors.required(namespaces.path(), "required", "must be given, or clusterScope: true");
    } else if (!allStandsAlone(namespaces, errors)) {
      NameFormat form = NameFormat.DNS1123_LABEL;
      for (Value one : namespaces.items()) {
        errors.form(one.path(), form.key(), one.text(), form.problems(one.text()));
      }
    }
  }

  private static void paths(Value rule, Errors errors) {
    verbs(rule.at("verbs"), errors);
    Value paths = rule.at("nonResourceURLs");
    if (!allStandsAlone(paths, errors)) {
      paths.items().forEach(path -> path(path, errors));
    }
  }

  private static void verbs(Value verbs, Errors errors) {
    if (!allStandsAlone(verbs, errors)
        && verbs.items().stream().anyMatch(verb -> !VERBS.contains(verb.text()))) {
      errors.notSupported(verbs.path(), "enum", "must be among " + String.join(", ", VERBS));
    }
  }

  /** Whether {@code *} is in the list, beside which nothing else makes sense. */
  private static boolean allStandsAlone(Value list, Errors errors) {
    boolean all = list.items().stream().anyMatch(one -> one.text().equals(ALL));
    if (all && list.size() > 1) {
      errors.invalid(list.path(), "all-alone", "must have no other item beside '*'");
    }
    return all;
  }

  private static void path(Value path, Errors errors) {
    String text = path.text();
    int star = text.indexOf('*');
    String problem = text.isEmpty()
        ? "must not be empty"
        : text.equals("/")
            ? ""
            : !text.startsWith("/")
                ? "must start with '/'"
                : text.indexOf(' ') >= 0
                    ? "must not have a space in it"
                    : text.contains("//")
                        ? "must not have two slashes in a row"
                        : star >= 0 && (star < text.length() - 1 || !text.endsWith("/*"))
                            ? "must have '*' at its end alone, after a slash"
                            : "";
    if (!problem.isEmpty()) {
      errors.invalid(path.path(), "path-pattern", "is '" + text + "', " + problem);
    }
  }
}
