package dev.seaworthy.validate.check.batch;

import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.Value;

/** The spec of a Job, also as a CronJob holds it. Mirrors validateJobSpec. */
final class JobSpecCheck {

  private static final long MOST_PODS = 100_000;
  private static final long MANY_COMPLETIONS = 100_000;
  private static final long MOST_WITH_MANY_COMPLETIONS = 10_000;

  private final Value spec;
  private final Errors errors;
  private final boolean indexed;

  JobSpecCheck(Value spec, Errors errors) {
    this.spec = spec;
    this.errors = errors;
    this.indexed = spec.at("completionMode").text().equals("Indexed");
  }

  void check() {
    if (indexed) {
      indexes();
    } else {
      Value mode = spec.at("completionMode");
      if (mode.isAbsent() || mode.text().equals("NonIndexed")) {
        onlyIndexed("backoffLimitPerIndex");
        onlyIndexed("maxFailedIndexes");
      }
      onlyIndexed("successPolicy");
    }
    if (spec.at("podFailurePolicy").isPresent()) {
      new FailurePolicyCheck(spec, errors).check();
    }
    if (indexed && spec.at("successPolicy").isPresent()) {
      new SuccessPolicyCheck(spec, errors).check();
    }
    replacement();
    restarts();
  }

  private void onlyIndexed(String field) {
    if (spec.at(field).isPresent()) {
      errors.invalid(
          spec.at(field).path(), "indexed-only", "is possible with completionMode Indexed only");
    }
  }

  private void indexes() {
    Value completions = spec.at("completions");
    Value failed = spec.at("maxFailedIndexes");
    if (completions.isAbsent()) {
      errors.required(completions.path(), "indexed-completions", "must be given for Indexed");
    }
    atMost(spec.at("parallelism"), MOST_PODS);
    if (completions.isPresent()) {
      atMost(failed, completions.number());
    }
    atMost(failed, MOST_PODS);
    if (completions.number() > MANY_COMPLETIONS
        && spec.at("backoffLimitPerIndex").isPresent()) {
      if (failed.isAbsent()) {
        errors.required(failed.path(), "many-completions", "must be given for so many completions");
      }
      atMost(spec.at("parallelism"), MOST_WITH_MANY_COMPLETIONS);
      atMost(failed, MOST_WITH_MANY_COMPLETIONS);
    } else if (completions.number() > MANY_COMPLETIONS
        && spec.at("parallelism").number() > MOST_WITH_MANY_COMPLETIONS) {
      errors.warn(
          spec.path(),
          "many-completions",
          "has so many completions and so much parallelism that the job may stall");
    }
  }

  private void atMost(Value value, long bound) {
    if (value.isPresent() && value.number() > bound) {
      errors.invalid(
          value.path(), "maximum", "is " + value.number() + ", must be at most " + bound);
    }
  }

  private void replacement() {
    Value policy = spec.at("podReplacementPolicy");
    boolean known = policy.text().equals("Failed")
        || (policy.text().equals("TerminatingOrFailed")
            && spec.at("podFailurePolicy").isAbsent());
    if (policy.isPresent() && !known) {
      errors.notSupported(
          policy.path(),
          "enum",
          "is '" + policy.text()
              + "', must be Failed, or TerminatingOrFailed without podFailurePolicy");
    }
  }

  private void restarts() {
    Value policy = spec.at("template", "spec", "restartPolicy");
    switch (policy.text()) {
      case "Never" -> {}
      case "OnFailure" -> {
        if (spec.at("podFailurePolicy").isPresent()) {
          errors.invalid(
              policy.path(), "never-restarts", "must be Never where podFailurePolicy is given");
        }
      }
      case "", "Always" ->
        errors.required(policy.path(), "job-restarts", "must be OnFailure or Never");
      default ->
        errors.notSupported(
            policy.path(),
            "job-restarts",
            "is '" + policy.text() + "', must be OnFailure or Never");
    }
  }
}
