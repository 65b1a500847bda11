package dev.seaworthy.validate.admission;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.api.Resource;
import dev.seaworthy.api.quantity.Quantity;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.validate.admission.quota.QuotaScope;
import dev.seaworthy.validate.admission.quota.RequiredResources;
import dev.seaworthy.validate.admission.quota.Usage;
import dev.seaworthy.validate.field.CauseType;
import dev.seaworthy.validate.field.FieldError;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What is made must fit the quotas of its namespace, beside what is there already. Of a quota that
 * only a manifest tells of nobody knows how much is used: there an object is turned away that would
 * not even fit alone.
 */
final class ResourceQuota implements AdmissionPlugin {

  private static final GroupKind QUOTA = GroupKind.of("", "ResourceQuota");
  private static final GroupKind LIMIT_RANGE = GroupKind.of("", "LimitRange");
  private static final Set<String> CHANGING = Set.of("services", "persistentvolumeclaims");

  @Override
  public PluginName name() {
    return PluginName.RESOURCE_QUOTA;
  }

  @Override
  public boolean handles(AdmissionRequest request) {
    return !request.namespace().isEmpty()
        && !request.kind().kind().equals("Event")
        && (request.isCreate() || isCountedAgain(request));
  }

  /** Of these kinds an update may need more. */
  private static boolean isCountedAgain(AdmissionRequest request) {
    return request.isResize()
        || (request.kind().group().isEmpty() && CHANGING.contains(request.plural()));
  }

  @Override
  public void validate(AdmissionRequest request, Objections objections) {
    List<Resource> quotas = request.facts().list(QUOTA, request.namespace());
    if (quotas.isEmpty()) {
      return;
    }
    Map<String, BigDecimal> usage = usage(request, request.object());
    Map<String, BigDecimal> before =
        request.isCreate() ? Map.of() : usage(request, request.previous());
    for (Resource quota : quotas) {
      if (QuotaScope.fits(quota.at("spec"), request.plural(), request.object())) {
        Budget budget = new Budget(request, quota);
        List<FieldError> missing = missing(request, budget);
        Map<String, BigDecimal> over =
            missing.isEmpty() ? exceeding(request, budget, usage, before) : Map.of();
        if (!missing.isEmpty() || !over.isEmpty()) {
          objections.forbid(
              name(),
              "ResourceQuota " + quota.name(),
              missing.isEmpty() ? exceeded(over, budget, request.spec()) : missing,
              missing.isEmpty()
                  ? QuotaWords.exceeded(quota, over, budget.used(), budget.hard(), request.spec())
                  : QuotaWords.missing(quota, missing, request.spec()));
          return;
        }
      }
    }
  }

  private static Map<String, BigDecimal> usage(AdmissionRequest request, Node object) {
    return Usage.of(request.kind(), request.plural(), object);
  }

  /** What a quota allows, and how much of it is used. */
  private record Budget(Map<String, Quantity> hard, Map<String, Quantity> used, boolean isCounted) {

    Budget(AdmissionRequest request, Resource quota) {
      this(
          Quantity.list(isCounted(request) ? quota.at("status", "hard") : quota.at("spec", "hard")),
          Quantity.list(quota.at("status", "used")),
          isCounted(request));
    }

    /** A cluster that is known wholly has a controller that counts; before it has, nothing holds. */
    private static boolean isCounted(AdmissionRequest request) {
      return request.facts().knowsAll(QUOTA);
    }
  }

  private static List<FieldError> missing(AdmissionRequest request, Budget budget) {
    return request.isFor(AdmissionRequest.POD) && knowsLimitRanges(request)
        ? RequiredResources.missing(request.spec(), new TreeSet<>(budget.hard().keySet()))
        : List.of();
  }

  /** What is asked for of resources of which less is left. */
  private static Map<String, BigDecimal> exceeding(
      AdmissionRequest request,
      Budget budget,
      Map<String, BigDecimal> usage,
      Map<String, BigDecimal> before) {
    Map<String, BigDecimal> exceeding = new TreeMap<>();
    usage.forEach((resource, amount) -> {
      BigDecimal more = amount.subtract(before.getOrDefault(resource, BigDecimal.ZERO));
      if (more.signum() > 0 && exceeded(resource, more, budget, request.spec()).isPresent()) {
        exceeding.put(resource, more);
      }
    });
    return exceeding;
  }

  private static List<FieldError> exceeded(Map<String, BigDecimal> over, Budget budget, Node spec) {
    List<FieldError> exceeded = new ArrayList<>();
    over.forEach(
        (resource, more) -> exceeded(resource, more, budget, spec).ifPresent(exceeded::add));
    return exceeded;
  }

  /** A LimitRange that nobody knows might fill in what a container leaves out. */
  private static boolean knowsLimitRanges(AdmissionRequest request) {
    return request.facts().knowsAll(LIMIT_RANGE)
        || !request.facts().list(LIMIT_RANGE, request.namespace()).isEmpty();
  }

  private static Optional<FieldError> exceeded(
      String resource, BigDecimal more, Budget budget, Node spec) {
    Quantity hard = budget.hard().get(resource);
    if (hard == null) {
      return Optional.empty();
    }
    Quantity used = budget.used().get(resource);
    if (used == null && budget.isCounted()) {
      return Optional.of(error(resource, "can't be granted, nobody has counted yet what is used"));
    }
    BigDecimal taken = used == null ? BigDecimal.ZERO : used.value();
    if (taken.add(more).compareTo(hard.value()) <= 0) {
      return Optional.empty();
    }
    String beside =
        used == null || taken.signum() == 0 ? "" : " beside the " + used.canonical() + " in use";
    return Optional.of(error(
        resource,
        (isComputed(resource) ? "the containers take " : "this object takes ")
            + QuotaWords.asked(resource, more, spec) + " of " + resource + beside + ", limited to "
            + hard.canonical()));
  }

  private static FieldError error(String resource, String message) {
    return FieldError.of(CauseType.FORBIDDEN, place(resource), resource, message);
  }

  static String text(BigDecimal amount) {
    return Quantity.parse(amount.toPlainString()).map(Quantity::canonical).orElse("0");
  }

  /** Where a person would change it. */
  private static FieldPath place(String resource) {
    if (resource.endsWith("requests.storage")) {
      return FieldPath.of("spec", "resources", "requests").key("storage");
    }
    return switch (resource) {
      case "services.nodeports" -> FieldPath.of("spec", "ports");
      case "services.loadbalancers" -> FieldPath.of("spec", "type");
      default ->
        isComputed(resource)
            ? FieldPath.of("spec", "containers")
            : FieldPath.of("metadata", "name");
    };
  }

  private static boolean isComputed(String resource) {
    return resource.startsWith("requests.")
        || resource.startsWith("limits.")
        || resource.startsWith("hugepages-")
        || resource.equals("cpu")
        || resource.equals("memory")
        || resource.equals("ephemeral-storage");
  }
}
