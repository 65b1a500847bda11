package dev.seaworthy.simulate.impact;

/**
 * A field that has another value than before.
 *
 * @param path such as {@code spec.template.spec.containers[web].image}; items of lists that have names
 *     are called by them
 * @param from the old value; empty if there was none
 * @param to the new value; empty if there is none
 */
public record FieldChange(String path, String from, String to) {

  private static final String TEMPLATE = "spec.template.";

  /** {@code spec.containers[web].image: web:1 → web:2}; of a pod template the path in its pods. */
  public String text() {
    String name = isOfTemplate() ? path.substring(TEMPLATE.length()) : path;
    if (from.isEmpty()) {
      return name + " is set: " + to;
    }
    return to.isEmpty() ? name + " is removed: " + from : name + ": " + from + " → " + to;
  }

  /** Whether it makes a workload replace its pods. */
  public boolean isOfTemplate() {
    return path.startsWith(TEMPLATE);
  }
}
