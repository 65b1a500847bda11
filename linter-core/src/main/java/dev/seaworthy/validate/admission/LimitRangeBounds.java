package dev.seaworthy.validate.admission;

import dev.seaworthy.api.Resource;
import dev.seaworthy.api.quantity.Quantity;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.validate.admission.quota.PodDemands;
import dev.seaworthy.validate.field.CauseType;
import dev.seaworthy.validate.field.FieldError;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What an item of a LimitRange objects to in one thing that asks for resources. */
final class LimitRangeBounds {

  private static final BigDecimal KILO = BigDecimal.valueOf(1024);

  private final Node item;
  private final FieldPath place;
  private final Map<String, BigDecimal> requests;
  private final Map<String, BigDecimal> limits;
  private final Excess found;

  /**
   * What goes beyond bounds.
   *
   * @param errors each at its field
   * @param told each as the server puts it
   */
  record Excess(List<FieldError> errors, List<String> told) {

    private Excess() {
      this(new ArrayList<>(), new ArrayList<>());
    }

    boolean isEmpty() {
      return errors.isEmpty();
    }

    /** All in one line, as the server puts it. */
    String toldAsServer() {
      return told.size() == 1 ? told.get(0) : "[" + String.join(", ", told) + "]";
    }
  }

  private LimitRangeBounds(
      Node item,
      FieldPath place,
      Map<String, BigDecimal> requests,
      Map<String, BigDecimal> limits,
      Excess found) {
    this.item = item;
    this.place = place;
    this.requests = requests;
    this.limits = limits;
    this.found = found;
  }

  /** What {@code range} objects to in a pod: in each container, and in all of them together. */
  static Excess ofPod(Resource range, Node spec) {
    Excess found = new Excess();
    for (Node item : range.at("spec", "limits").items()) {
      switch (item.get("type").text()) {
        case "Container" -> eachContainer(item, spec, found);
        case "Pod" ->
          new LimitRangeBounds(
                  item,
                  FieldPath.of("spec", "resources"),
                  PodDemands.of(spec, "requests"),
                  PodDemands.of(spec, "limits"),
                  found)
              .judge();
        default -> {}
      }
    }
    return found;
  }

  private static void eachContainer(Node item, Node spec, Excess found) {
    for (String field : LimitRanger.CONTAINERS) {
      List<Node> containers = spec.get(field).items();
      for (int i = 0; i < containers.size(); i++) {
        Node resources = containers.get(i).get("resources");
        new LimitRangeBounds(
                item,
                FieldPath.of("spec", field).index(i).child("resources"),
                values(resources.get("requests")),
                values(resources.get("limits")),
                found)
            .judge();
      }
    }
  }

  /** What {@code range} objects to in a claim, which has requests but no limits. */
  static Excess ofClaim(Resource range, Node claim) {
    Excess found = new Excess();
    Map<String, BigDecimal> requests = values(claim.at("resources", "requests"));
    for (Node item : range.at("spec", "limits").items()) {
      if (item.get("type").text().equals("PersistentVolumeClaim")) {
        LimitRangeBounds bounds = new LimitRangeBounds(
            item, FieldPath.of("spec", "resources"), requests, Map.of(), found);
        bounds.each("min", bounds::minimum);
        bounds.each("max", bound -> bounds.above(bound, "requests", requests));
      }
    }
    return found;
  }

  private static Map<String, BigDecimal> values(Node list) {
    Map<String, BigDecimal> values = new TreeMap<>();
    Quantity.list(list).forEach((name, amount) -> values.put(name, amount.value()));
    return values;
  }

  /** A bound of one resource, as the LimitRange writes it and as a number. */
  private record Bound(String resource, String written, BigDecimal value) {}

  private void judge() {
    each("min", this::minimum);
    each("max", this::maximum);
    each("maxLimitRequestRatio", this::ratio);
  }

  private void each(String field, Consumer<Bound> judge) {
    Quantity.list(item.get(field))
        .forEach(
            (name, amount) -> judge.accept(new Bound(name, amount.canonical(), amount.value())));
  }

  private void minimum(Bound bound) {
    BigDecimal request = requests.get(bound.resource());
    BigDecimal limit = limits.get(bound.resource());
    if (request == null) {
      add(bound, "requests", "must be given, and at least " + bound.written());
      tell(bound, "minimum", "", null);
    } else if (request.compareTo(bound.value()) < 0) {
      add(
          bound,
          "requests",
          "is " + text(request, bound) + ", must be at least " + bound.written());
      tell(bound, "minimum", "request", request);
    } else if (limit != null && limit.compareTo(bound.value()) < 0) {
      add(bound, "limits", "is " + text(limit, bound) + ", must be at least " + bound.written());
      tell(bound, "minimum", "limit", limit);
    }
  }

  private void maximum(Bound bound) {
    if (!above(bound, "limits", limits) && requests.containsKey(bound.resource())) {
      above(bound, "requests", requests);
    }
  }

  private boolean above(Bound bound, String list, Map<String, BigDecimal> amounts) {
    BigDecimal amount = amounts.get(bound.resource());
    if (amount != null && amount.compareTo(bound.value()) <= 0) {
      return false;
    }
    String given =
        amount == null ? "must be given, and " : "is " + text(amount, bound) + ", must be ";
    add(bound, list, given + "at most " + bound.written());
    tell(bound, "maximum", list.substring(0, list.length() - 1), amount);
    return true;
  }

  private void ratio(Bound bound) {
    BigDecimal request = requests.getOrDefault(bound.resource(), BigDecimal.ZERO);
    BigDecimal limit = limits.getOrDefault(bound.resource(), BigDecimal.ZERO);
    String demand = "the limit must be at most " + bound.written() + " times the request";
    if (request.signum() == 0) {
      add(bound, "requests", "must be more than 0, because " + demand);
      tellRatio(bound, "no request is specified or request is 0");
    } else if (limit.signum() == 0) {
      add(bound, "limits", "must be more than 0, because " + demand);
      tellRatio(bound, "no limit is specified or limit is 0");
      return;
    }
    BigDecimal ratio =
        request.signum() == 0 ? BigDecimal.ZERO : limit.divide(request, MathContext.DECIMAL64);
    if (ratio.compareTo(bound.value()) > 0) {
      add(
          bound,
          "limits",
          "is " + text(limit, bound) + ", but " + demand + " " + text(request, bound));
      tellRatio(bound, "provided ratio is " + ratio.setScale(6, RoundingMode.HALF_EVEN));
    }
  }

  private void add(Bound bound, String list, String message) {
    String whose = item.get("type").text().equals("Pod") ? " for all containers together" : "";
    found
        .errors()
        .add(FieldError.of(
            CauseType.FORBIDDEN,
            place.child(list).key(bound.resource()),
            bound.resource(),
            message + whose));
  }

  private void tell(Bound bound, String end, String what, @Nullable BigDecimal amount) {
    String rest = amount == null
        ? ".  No " + (what.isEmpty() ? "request" : what) + " is specified"
        : ", but " + what + " is " + text(amount, bound);
    found
        .told()
        .add("%s %s usage per %s is %s%s"
            .formatted(end, bound.resource(), item.get("type").text(), bound.written(), rest));
  }

  private void tellRatio(Bound bound, String rest) {
    found
        .told()
        .add("%s max limit to request ratio per %s is %s, but %s"
            .formatted(bound.resource(), item.get("type").text(), bound.written(), rest));
  }

  /** In the form in which the bound is written: {@code 2Gi} is not to be compared with bytes. */
  private static String text(BigDecimal amount, Bound bound) {
    BigDecimal[] kilobytes = amount.divideAndRemainder(KILO);
    boolean isBinary = bound.written().endsWith("i") && kilobytes[1].signum() == 0;
    String plain = isBinary ? kilobytes[0].toPlainString() + "Ki" : amount.toPlainString();
    return Quantity.parse(plain).map(Quantity::canonical).orElse(plain);
  }
}
