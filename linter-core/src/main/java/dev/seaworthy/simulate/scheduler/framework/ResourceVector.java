package dev.seaworthy.simulate.scheduler.framework;

import dev.seaworthy.simulate.object.Amounts;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;

/**
 * Amounts of resources to calculate with: cpu in thousandths, everything else in whole units. The
 * two that every pod has lie in fields, since every node is asked for them.
 */
public final class ResourceVector {

  public static final String CPU = "cpu";
  public static final String MEMORY = "memory";
  public static final String PODS = "pods";

  private long milliCpu;
  private long memory;
  private final Map<String, Long> scalars = new HashMap<>();

  /** Nothing of anything. */
  public ResourceVector() {}

  public static ResourceVector of(Amounts amounts) {
    ResourceVector vector = new ResourceVector();
    amounts.entries().forEach((resource, amount) -> vector.add(resource, amount));
    return vector;
  }

  private void add(String resource, long amount) {
    switch (resource) {
      case CPU -> milliCpu += amount;
      case MEMORY -> memory += amount;
      default -> scalars.merge(resource, amount, Long::sum);
    }
  }

  /** Adds {@code other} so many times; a negative number takes it away. */
  void add(ResourceVector other, int times) {
    milliCpu += other.milliCpu * times;
    memory += other.memory * times;
    if (!other.scalars.isEmpty()) {
      other.scalars.forEach((resource, amount) -> add(resource, amount * times));
    }
  }

  public long milliCpu() {
    return milliCpu;
  }

  public long memory() {
    return memory;
  }

  public long get(String resource) {
    return switch (resource) {
      case CPU -> milliCpu;
      case MEMORY -> memory;
      default -> scalars.getOrDefault(resource, 0L);
    };
  }

  /** The resources of which there is some, in alphabetical order. */
  public Iterable<String> resources() {
    TreeSet<String> names = new TreeSet<>(scalars.keySet());
    names.add(CPU);
    names.add(MEMORY);
    names.removeIf(name -> get(name) == 0);
    return names;
  }
}
