package dev.seaworthy.validate.check.pod;

import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.Value;
import dev.seaworthy.validate.format.NameFormat;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The pod's resource claims that a container uses. */
final class ClaimUseCheck {

  private final FieldRules rules;
  private final Errors errors;
  private final Set<String> claims;

  ClaimUseCheck(FieldRules rules, Set<String> claims) {
    this.rules = rules;
    this.errors = rules.errors();
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
    rules.optionalFormat(use.at("request"), NameFormat.DNS1123_LABEL);
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
