package dev.seaworthy.validate.check.networking;

import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.Value;
import java.util.List;

/** The paths of a rule and where they lead. Mirrors validateHTTPIngressPath. */
final class IngressPaths {

  private static final List<String> NEVER_INSIDE = List.of("//", "/./", "/../", "%2f", "%2F");
  private static final List<String> NEVER_AT_THE_END = List.of("/..", "/.");

  private final IngressBackends backends;

  IngressPaths(boolean anyLabel) {
    this.backends = new IngressBackends(anyLabel);
  }

  void check(Value rule, Errors errors) {
    rule.at("http", "paths").items().forEach(path -> path(path, errors));
  }

  private void path(Value entry, Errors errors) {
    Value type = entry.at("pathType");
    if (type.isAbsent()) {
      errors.required(
          type.path(), "required", "must be given: Exact, Prefix or ImplementationSpecific");
      return;
    }
    Value path = entry.at("path");
    switch (type.text()) {
      case "Exact", "Prefix" -> {
        absolute(path, errors);
        plain(path, errors);
      }
      case "ImplementationSpecific" -> {
        if (!path.text().isEmpty()) {
          absolute(path, errors);
        }
      }
      default ->
        errors.notSupported(
            type.path(),
            "enum",
            "is '" + type.text() + "', must be Exact, Prefix or ImplementationSpecific");
    }
    backends.checkNeeded(entry.at("backend"), errors);
  }

  private static void absolute(Value path, Errors errors) {
    if (!path.text().startsWith("/")) {
      errors.invalid(path.path(), "absolute-path", "is '" + path.text() + "', must begin with /");
    }
  }

  /** What proxies would read in different ways. */
  private static void plain(Value path, Errors errors) {
    for (String part : NEVER_INSIDE) {
      if (path.text().contains(part)) {
        errors.invalid(path.path(), "plain-path", "must not contain " + part);
      }
    }
    for (String end : NEVER_AT_THE_END) {
      if (path.text().endsWith(end)) {
        errors.invalid(path.path(), "plain-path", "must not end with " + end);
      }
    }
  }
}
