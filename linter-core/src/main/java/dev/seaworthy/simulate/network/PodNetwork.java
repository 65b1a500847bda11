package dev.seaworthy.simulate.network;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;

/**
 * Gives pods their addresses: each node has a range of 254 in 10.0.0.0/8, in the order in which
 * nodes join; the lowest free address of the range goes to the next pod.
 */
public final class PodNetwork {

  private static final int RANGE = 256;
  private static final int FIRST = 2;

  private final Map<String, Range> ranges = new HashMap<>();

  private static final class Range {
    private final int number;
    private final TreeSet<Integer> returned = new TreeSet<>();
    private int next = FIRST;

    private Range(int number) {
      this.number = number;
    }
  }

  /** A node's range in CIDR notation. */
  public String range(String node) {
    return prefix(rangeOf(node).number) + ".0/24";
  }

  private Range rangeOf(String node) {
    return ranges.computeIfAbsent(node, name -> new Range(ranges.size() + 1));
  }

  private static String prefix(int number) {
    return "10." + (number / RANGE) + "." + (number % RANGE);
  }

  /** An address for a pod on {@code node}. */
  public String allocate(String node) {
    Range range = rangeOf(node);
    Integer host = range.returned.pollFirst();
    return prefix(range.number) + "." + (host != null ? host : range.next++);
  }

  /** The address of a node itself, which its pods with host network share. */
  public String nodeAddress(String node) {
    int number = rangeOf(node).number;
    return "192.168." + (number / RANGE) + "." + (number % RANGE);
  }

  /** Makes {@code address} free again; a node's own address stays in use. */
  public void release(String node, String address) {
    if (address.equals(nodeAddress(node))) {
      return;
    }
    int host = Integer.parseInt(address.substring(address.lastIndexOf('.') + 1));
    rangeOf(node).returned.add(host);
  }
}
