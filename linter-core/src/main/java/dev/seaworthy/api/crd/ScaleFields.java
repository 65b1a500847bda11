package dev.seaworthy.api.crd;

import java.util.List;
import java.util.Optional;

/**
 * Where objects of a kind that can be scaled hold what a Scale shows, each as the definition writes
 * it: {@code .spec.replicas}.
 *
 * @param wanted the number of replicas that there shall be
 * @param actual the number of those that there are
 * @param selector the text that selects their pods, where the definition names one
 */
public record ScaleFields(String wanted, String actual, Optional<String> selector) {

  /** The steps of a field as a definition writes it. */
  public static List<String> steps(String written) {
    return List.of((written.startsWith(".") ? written.substring(1) : written).split("\\.", -1));
  }
}
