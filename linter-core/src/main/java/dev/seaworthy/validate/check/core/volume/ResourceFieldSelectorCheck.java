package dev.seaworthy.validate.check.core.volume;

import dev.seaworthy.api.quantity.Quantity;
import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.Value;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** An amount of a container's resources that a container gets to know. */
public final class ResourceFieldSelectorCheck {

  private final Errors errors;

  private static final List<String> RESOURCES = List.of(
      "limits.cpu",
      "limits.ephemeral-storage",
      "limits.memory",
      "requests.cpu",
      "requests.ephemeral-storage",
      "requests.memory");

  private static final Set<String> CPU_DIVISORS = Set.of("1m", "1");
  private static final Set<String> BYTE_DIVISORS =
      Set.of("1", "1k", "1M", "1G", "1T", "1P", "1E", "1Ki", "1Mi", "1Gi", "1Ti", "1Pi", "1Ei");

  public ResourceFieldSelectorCheck(Errors errors) {
    this.errors = errors;
  }

  public void check(Value selector) {
    Value resource = selector.at("resource");
    String text = resource.text();
    if (isGiven(resource) && !isHugePages(text) && !RESOURCES.contains(text)) {
      errors.notSupported(
          resource.path(),
          "enum",
          "is '" + text + "', must be one of " + String.join(", ", RESOURCES));
    }
    divisorFits(selector.at("divisor"), resource.text());
  }

  /** A file is not written by one container, so it must say whose resources it is about. */
  void checkInVolume(Value selector) {
    if (isGiven(selector.at("containerName"))) {
      check(selector);
    } else {
      divisorFits(selector.at("divisor"), selector.at("resource").text());
    }
  }

  private boolean isGiven(Value field) {
    if (field.text().isEmpty()) {
      errors.required(field.path(), "required", "must be given");
      return false;
    }
    return true;
  }

  private static boolean isHugePages(String resource) {
    return resource.startsWith("requests.hugepages-") || resource.startsWith("limits.hugepages-");
  }

  private void divisorFits(Value divisor, String resource) {
    Optional<Quantity> amount = Quantity.of(divisor.node());
    if (amount.isEmpty() || amount.get().signum() == 0) {
      return;
    }
    Set<String> divisors = divisors(resource);
    String text = amount.get().canonical();
    if (!divisors.isEmpty() && !divisors.contains(text)) {
      errors.invalid(
          divisor.path(),
          "divisor-fits",
          "is " + text + ", which is none that " + resource + " can be divided by");
    }
  }

  private static Set<String> divisors(String resource) {
    if (resource.endsWith(".cpu") && RESOURCES.contains(resource)) {
      return CPU_DIVISORS;
    }
    return RESOURCES.contains(resource) || isHugePages(resource) ? BYTE_DIVISORS : Set.of();
  }
}
