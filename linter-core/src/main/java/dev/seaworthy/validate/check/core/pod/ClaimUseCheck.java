package dev.seaworthy.validate.check.core.pod;

import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.Value;
import dev.seaworthy.validate.format.NameFormat;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The pod's resource claims that a container uses. */
final class ClaimUseCheck {
  private final Errors errors;
  private final Set<String> claims;

  ClaimUseCheck(Errors errors, Set<String> claims) {
    this.errors = errors;
    this.claims = claims;
  }

  void check(List<Value> uses) {
    Set<String> used = new HashSet<>();
    for (Value use : uses) {
      String name = use.at("name").text();
      if (name.isEmpty()) {
        errors.required(use.path(), "required", "must have a name");
        continue;
      }
      isUsedOnce(use, used);
      if (!claims.contains(name)) {
        errors.notFound(
            use.path(), "claim-exists", "is '" + name + "', which is no resource claim of the pod");
      }
    }
  }

  /** A claim as a whole, or each of its requests, once. */
  private void isUsedOnce(Value use, Set<String> used) {
    String name = use.at("name").text();
    String request = use.at("request").text();
    if (used.contains(name)) {
      duplicate(use, name);
      return;
    }
    if (!request.isEmpty()) {
      errors.form(
          use.at("request").path(),
          "dns-1123-label",
          request,
          NameFormat.DNS1123_LABEL.problems(request));
    }
    String key = request.isEmpty() ? name : name + "/" + request;
    if (used.contains(key)) {
      duplicate(use, key);
    } else if (request.isEmpty() && used.stream().anyMatch(k -> k.startsWith(name + "/"))) {
      duplicate(use, name);
    }
    used.add(key);
  }

  private void duplicate(Value use, String key) {
    errors.duplicate(use.path(), "unique-claim", "is '" + key + "', which is used already");
  }
}
