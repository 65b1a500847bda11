package dev.seaworthy.validate.check.core.pod;

import dev.seaworthy.api.quantity.Quantity;
import dev.seaworthy.manifest.Node;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the containers of a pod take together: the regular ones and the sidecars run at once, the
 * other init containers one by one before, along with the sidecars that have started.
 */
public final class PodResources {

  private static final List<String> FIELDS = List.of("containers", "initContainers");

  private PodResources() {}

  /** The sum by resource; {@code list} is {@code requests} or {@code limits}. */
  public static Map<String, BigDecimal> aggregate(Node spec, String list) {
    Map<String, BigDecimal> running = new TreeMap<>();
    for (Node container : spec.get("containers").items()) {
      add(running, amounts(container, list));
    }
    Map<String, BigDecimal> sidecars = new TreeMap<>();
    Map<String, BigDecimal> starting = new TreeMap<>();
    for (Node container : spec.get("initContainers").items()) {
      Map<String, Quantity> amounts = amounts(container, list);
      if (container.get("restartPolicy").text().equals("Always")) {
        add(running, amounts);
        add(sidecars, amounts);
        max(starting, sidecars);
      } else {
        Map<String, BigDecimal> step = new TreeMap<>(sidecars);
        add(step, amounts);
        max(starting, step);
      }
    }
    max(running, starting);
    return running;
  }

  /** The sums as quantities are written: in the form of the first that is not zero. */
  public static Map<String, String> texts(Node spec, String list) {
    Map<String, Quantity> forms = new TreeMap<>();
    for (String field : FIELDS) {
      for (Node container : spec.get(field).items()) {
        amounts(container, list)
            .forEach((name, amount) ->
                forms.merge(name, amount, (one, other) -> one.signum() == 0 ? other : one));
      }
    }
    Map<String, String> texts = new TreeMap<>();
    aggregate(spec, list)
        .forEach((name, sum) -> texts.put(
            name, forms.getOrDefault(name, Quantity.ZERO).withValue(sum).canonical()));
    return texts;
  }

  private static Map<String, Quantity> amounts(Node container, String list) {
    return Quantity.list(container.at("resources", list));
  }

  private static void add(Map<String, BigDecimal> sums, Map<String, Quantity> amounts) {
    amounts.forEach((name, amount) -> sums.merge(name, amount.value(), BigDecimal::add));
  }

  private static void max(Map<String, BigDecimal> sums, Map<String, BigDecimal> others) {
    others.forEach((name, amount) -> sums.merge(name, amount, BigDecimal::max));
  }
}
