package dev.seaworthy.validate.admission;

import dev.seaworthy.api.Resource;
import dev.seaworthy.api.quantity.Quantity;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.validate.field.FieldError;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a quota objects to, as the server puts it. */
final class QuotaWords {

  private QuotaWords() {}

  static String exceeded(
      Resource quota,
      Map<String, BigDecimal> over,
      Map<String, Quantity> used,
      Map<String, Quantity> hard,
      Node spec) {
    return "exceeded quota: %s, requested: %s, used: %s, limited: %s"
        .formatted(
            quota.name(),
            list(
                over,
                resource -> asked(resource, over.getOrDefault(resource, BigDecimal.ZERO), spec)),
            list(over, resource -> canonical(used, resource)),
            list(over, resource -> canonical(hard, resource)));
  }

  /** Written as the object itself writes amounts of the resource, which may be its containers' sum. */
  static String asked(String resource, BigDecimal amount, Node spec) {
    String list = resource.startsWith("limits.") ? "limits" : "requests";
    int prefix = resource.lastIndexOf(list + ".");
    String name = prefix < 0 ? resource : resource.substring(prefix + list.length() + 1);
    return Stream.concat(
            LimitRanger.CONTAINERS.stream().flatMap(field -> spec.get(field).items().stream()),
            Stream.of(spec))
        .flatMap(part -> Quantity.of(part.at("resources", list, name)).stream())
        .findFirst()
        .map(written -> written.withValue(amount).canonical())
        .orElseGet(() -> ResourceQuota.text(amount));
  }

  private static String canonical(Map<String, Quantity> amounts, String resource) {
    return amounts.getOrDefault(resource, Quantity.ZERO).canonical();
  }

  private static String list(Map<String, BigDecimal> over, Function<String, String> amount) {
    return over.keySet().stream()
        .map(resource -> resource + "=" + amount.apply(resource))
        .collect(Collectors.joining(","));
  }

  static String missing(Resource quota, List<FieldError> missing, Node spec) {
    Map<String, List<String>> containers = new TreeMap<>(missing.stream()
        .collect(Collectors.groupingBy(
            FieldError::origin,
            Collectors.mapping(error -> container(error, spec), Collectors.toList()))));
    String all = containers.entrySet().stream()
        .map(entry -> entry.getKey() + " for: " + String.join(",", entry.getValue()))
        .collect(Collectors.joining("; "));
    return "failed quota: %s: must specify %s".formatted(quota.name(), all);
  }

  /** The name of the container that an error is about: its place begins with {@code spec}. */
  private static String container(FieldError error, Node spec) {
    for (String field : LimitRanger.CONTAINERS) {
      List<Node> items = spec.get(field).items();
      for (int i = 0; i < items.size(); i++) {
        if (error.field().toString().startsWith("spec." + field + "[" + i + "]")) {
          return items.get(i).get("name").text();
        }
      }
    }
    return "";
  }
}
