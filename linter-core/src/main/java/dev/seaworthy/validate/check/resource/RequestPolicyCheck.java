package dev.seaworthy.validate.check.resource;

import dev.seaworthy.api.quantity.Quantity;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.validate.field.CauseType;
import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.FieldError;
import dev.seaworthy.validate.field.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** How much of a device's capacity one claim can take. Mirrors validateRequestPolicy. */
final class RequestPolicyCheck {

  private static final int MOST_VALUES = 10;
  private static final BigDecimal LARGEST = BigDecimal.valueOf(Long.MAX_VALUE);

  private final Value policy;
  private final Quantity capacity;
  private final Errors errors;

  RequestPolicyCheck(Value capacity, Errors errors) {
    this.policy = capacity.at("requestPolicy");
    this.capacity = Quantity.of(capacity.at("value").node()).orElse(Quantity.ZERO);
    this.errors = errors;
  }

  void check() {
    Value values = policy.at("validValues");
    Value range = policy.at("validRange");
    Optional<Quantity> usual = Quantity.of(policy.at("default").node());
    if (values.size() > 0 && range.isPresent()) {
      errors.forbidden(policy.path(), "one-of", "must have only one of validValues and validRange");
    } else if (values.size() == 0 && range.isAbsent()) {
      return;
    } else if (usual.isEmpty()) {
      errors.required(policy.at("default").path(), "required", "must be given");
    } else if (values.size() > 0) {
      values(values, usual.get());
    } else {
      range(range, usual.get());
    }
  }

  private void values(Value values, Quantity usual) {
    List<Quantity> amounts = new ArrayList<>();
    values.items().forEach(one -> amounts.add(Quantity.of(one.node()).orElse(Quantity.ZERO)));
    if (amounts.size() > MOST_VALUES) {
      errors.tooMany(values.path(), "maxItems", "must have at most " + MOST_VALUES + " items");
    } else {
      Set<Long> seen = new HashSet<>();
      for (int i = 0; i < amounts.size(); i++) {
        value(values.item(i), amounts, i);
        if (!seen.add(amounts.get(i).longValue())) {
          errors.duplicate(values.item(i).path(), "uniqueItems", "is there twice");
        }
      }
    }
    if (amounts.stream().noneMatch(amount -> amount.compareTo(usual) == 0)) {
      errors.invalid(
          values.path(), "valid-default", "must have the default " + usual + " as an item");
    }
  }

  private void value(Value value, List<Quantity> amounts, int i) {
    if (i > 0 && amounts.get(i - 1).compareTo(amounts.get(i)) > 0) {
      errors.invalid(value.path(), "ascending", "must not be smaller than the one before it");
    }
    fits(amounts.get(i), value.path());
  }

  private void range(Value range, Quantity usual) {
    Optional<Quantity> min = Quantity.of(range.at("min").node());
    if (min.isEmpty()) {
      errors.required(range.at("min").path(), "required", "must be given");
      return;
    }
    Optional<Quantity> max = Quantity.of(range.at("max").node());
    FieldPath ofServer = range.at("default").path();
    fits(min.get(), range.at("min").path());
    if (usual.compareTo(min.get()) < 0) {
      invalidDefault(ofServer, "valid-default", "is " + usual + ", which is less than min");
    }
    max.ifPresent(most -> {
      if (min.get().compareTo(most) > 0) {
        errors.invalid(range.at("max").path(), "ascending", "must not be less than min");
      }
      fits(most, range.at("max").path());
      if (usual.compareTo(most) > 0) {
        invalidDefault(ofServer, "valid-default", "is " + usual + ", which is more than max");
      }
    });
    Quantity.of(range.at("step").node())
        .ifPresent(step -> steps(range, usual, min.get(), max, step));
  }

  private void steps(
      Value range, Quantity usual, Quantity min, Optional<Quantity> max, Quantity step) {
    FieldPath path = range.at("step").path();
    if (step.signum() <= 0) {
      errors.invalid(path, "exclusiveMinimum", "must be more than 0");
      return;
    }
    if (min.value().add(step.value()).compareTo(capacity.value()) > 0) {
      errors.invalid(path, "one-step-fits", "leads beyond the capacity " + capacity);
    }
    boolean whole = isCountable(usual, range.at("default").path())
        & isCountable(min, range.at("min").path())
        & max.map(most -> isCountable(most, range.at("max").path())).orElse(true)
        & isCountable(step, path);
    if (whole) {
      isReached(usual, "default", min, step, path);
      max.ifPresent(most -> isReached(most, "max", min, step, path));
    }
  }

  private void isReached(
      Quantity amount, String name, Quantity min, Quantity step, FieldPath path) {
    if ((amount.longValue() - min.longValue()) % step.longValue() != 0) {
      errors.invalid(
          path, "steps-reach-" + name, "does not lead from min to " + name + " " + amount);
    }
  }

  private boolean isCountable(Quantity amount, FieldPath path) {
    boolean countable = amount.signum() >= 0 && amount.value().compareTo(LARGEST) <= 0;
    if (!countable) {
      errors.invalid(path, "countable", "is " + amount + ", must be between 0 and " + LARGEST);
    }
    return countable;
  }

  private void fits(Quantity amount, FieldPath path) {
    if (amount.compareTo(capacity) > 0) {
      errors.invalid(
          path, "within-capacity", "is " + amount + ", more than the capacity " + capacity);
    }
  }

  /** The server looks for the default inside the range. */
  private void invalidDefault(FieldPath ofServer, String origin, String message) {
    FieldPath place = policy.at("default").path();
    errors.add(FieldError.of(CauseType.INVALID, place, origin, message).namedAs(ofServer));
  }
}
