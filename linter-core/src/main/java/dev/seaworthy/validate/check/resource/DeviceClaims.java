package dev.seaworthy.validate.check.resource;

import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.validate.field.CauseType;
import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.FieldError;
import dev.seaworthy.validate.field.Request;
import dev.seaworthy.validate.field.Value;
import dev.seaworthy.validate.format.NameFormat;
import java.util.HashSet;
import java.util.Set;

/** The devices that a claim asks for, and what must hold for all of them. Mirrors validateDeviceClaim. */
final class DeviceClaims {

  /** Before, there was but one way of relating devices, and that one was missing. */
  private static final int DISTINCT_SINCE = 36;

  private final boolean knowsDistinct;
  private final Errors errors;

  /** The names of requests, and after a slash those of their alternatives. */
  private final Set<String> names = new HashSet<>();

  DeviceClaims(Request request, Errors errors) {
    this.knowsDistinct = request.isSince(DISTINCT_SINCE);
    this.errors = errors;
  }

  /** Judges a claim's {@code devices}. */
  void check(Value claim) {
    claim.at("requests").items().forEach(this::gather);
    claim.at("requests").items().forEach(this::request);
    claim.at("constraints").items().forEach(this::constraint);
    for (Value configuration : claim.at("config").items()) {
      configuration.at("requests").items().forEach(this::reference);
    }
  }

  /** Access as an administrator needs a namespace that is marked for it. */
  void administrators(Value claim) {
    Value requests = claim.at("requests");
    FieldPath server = FieldPath.of("spec", "devices", "requests");
    for (int i = 0; i < requests.size(); i++) {
      Value access = requests.item(i).at("exactly", "adminAccess");
      if (access.isTrue()) {
        errors.add(FieldError.of(
                CauseType.FORBIDDEN,
                access.path(),
                "admin-access",
                "needs a namespace that is marked for it")
            .withRemedy(
                "Give the namespace the label resource.kubernetes.io/admin-access: \"true\".")
            .namedAs(server.index(i).child("adminAccess")));
      }
    }
  }

  private void gather(Value request) {
    String name = request.at("name").text();
    names.add(name);
    for (Value alternative : request.at("firstAvailable").items()) {
      names.add(name + "/" + alternative.at("name").text());
    }
  }

  private void request(Value request) {
    name(request.at("name"));
    Value exactly = request.at("exactly");
    Value alternatives = request.at("firstAvailable");
    if (exactly.isPresent() && alternatives.size() > 0) {
      errors.invalid(request.path(), "one-of", "must have one of exactly and firstAvailable");
    } else if (exactly.isPresent()) {
      count(exactly);
    } else if (alternatives.size() > 0) {
      for (Value alternative : alternatives.items()) {
        name(alternative.at("name"));
        count(alternative);
      }
    } else {
      errors.required(request.path(), "one-of", "must have exactly or firstAvailable");
    }
  }

  private void count(Value request) {
    Value count = request.at("count");
    String mode = request.at("allocationMode").text();
    if (mode.equals("All") && count.number() != 0) {
      errors.invalid(
          count.path(), "count-of-all", "must not be given where all devices are asked for");
    } else if (mode.equals("ExactCount") && count.number() <= 0) {
      errors.invalid(count.path(), "minimum", "is " + count.number() + ", must be at least 1");
    }
  }

  private void constraint(Value constraint) {
    constraint.at("requests").items().forEach(this::reference);
    Value match = constraint.at("matchAttribute");
    Value distinct = constraint.at("distinctAttribute");
    if (match.isPresent()) {
      AttributeName.fullyQualified(match.text(), match.path(), errors);
    }
    if (distinct.isPresent()) {
      AttributeName.fullyQualified(distinct.text(), distinct.path(), errors);
    }
    if (match.isAbsent() && distinct.isAbsent()) {
      Value missing = knowsDistinct ? constraint : match;
      errors.required(
          missing.path(), "one-of", "must have one of matchAttribute and distinctAttribute");
    }
  }

  /** The name of a request, or of one and an alternative of it. */
  private void reference(Value reference) {
    String[] steps = reference.text().split("/", -1);
    if (steps.length <= 2) {
      for (String step : steps) {
        form(step, reference.path());
      }
    }
    if (!names.contains(reference.text())) {
      errors.invalid(
          reference.path(),
          "known-request",
          "is '" + reference.text() + "', must be a request of this claim, or one and after a slash"
              + " an alternative of it");
    }
  }

  private void name(Value name) {
    form(name.text(), name.path());
  }

  private void form(String name, FieldPath path) {
    errors.form(
        path, NameFormat.DNS1123_LABEL.key(), name, NameFormat.DNS1123_LABEL.problems(name));
  }
}
