package dev.seaworthy.simulate.scheduler.framework;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** How much of something there is in each domain of a topology, kept from what each node has of it. */
public final class DomainCounts {

  private static final int NOWHERE = -1;

  private final String topologyKey;
  private final Map<String, Integer> domains = new HashMap<>();
  private int[] domainOf = {};
  private long[] amounts = {};
  private boolean[] members = {};
  private long[] totals = {};
  private int[] sizes = {};
  private int populated;
  // How many domains that have members have each total.
  private final TreeMap<Long, Integer> domainsByTotal = new TreeMap<>();

  /**
   * @param topologyKey the node label whose values are the domains
   */
  public DomainCounts(String topologyKey) {
    this.topologyKey = topologyKey;
  }

  public String topologyKey() {
    return topologyKey;
  }

  /** Forgets everything. */
  public void clear() {
    domains.clear();
    domainsByTotal.clear();
    domainOf = new int[] {};
    amounts = new long[] {};
    members = new boolean[] {};
    totals = new long[] {};
    sizes = new int[] {};
    populated = 0;
  }

  /**
   * Says what {@code node} has.
   *
   * @param member whether it belongs to its domain; the amount of one that does not is known, but
   *     does not add to the domain's
   */
  public void set(NodeInfo node, boolean member, long amount) {
    int slot = node.slot();
    ensureSlot(slot);
    int domain = domain(node.labels().get(topologyKey));
    if (members[slot]) {
      change(domainOf[slot], -amounts[slot], -1);
    }
    domainOf[slot] = domain;
    amounts[slot] = amount;
    members[slot] = member && domain != NOWHERE;
    if (members[slot]) {
      change(domain, amount, 1);
    }
  }

  /** Says that {@code node}, of which something was said before, has so much more. */
  public void add(NodeInfo node, long more) {
    int slot = node.slot();
    ensureSlot(slot);
    amounts[slot] += more;
    if (members[slot]) {
      change(domainOf[slot], more, 0);
    }
  }

  private void ensureSlot(int slot) {
    int length = domainOf.length;
    if (slot >= length) {
      int longer = Math.max(16, slot * 2);
      domainOf = Arrays.copyOf(domainOf, longer);
      Arrays.fill(domainOf, length, longer, NOWHERE);
      amounts = Arrays.copyOf(amounts, longer);
      members = Arrays.copyOf(members, longer);
      Arrays.fill(members, length, longer, false);
    }
  }

  private int domain(@Nullable String value) {
    if (value == null) {
      return NOWHERE;
    }
    int domain = domains.computeIfAbsent(value, unknown -> domains.size());
    if (domain >= totals.length) {
      totals = Arrays.copyOf(totals, Math.max(16, domain * 2));
      sizes = Arrays.copyOf(sizes, totals.length);
    }
    return domain;
  }

  private void change(int domain, long amount, int size) {
    if (sizes[domain] > 0) {
      domainsByTotal.merge(totals[domain], -1, (a, b) -> a + b == 0 ? null : a + b);
      populated--;
    }
    totals[domain] += amount;
    sizes[domain] += size;
    if (sizes[domain] > 0) {
      domainsByTotal.merge(totals[domain], 1, Integer::sum);
      populated++;
    }
  }

  /** Whether any node has the label. */
  public boolean isAnywhere() {
    return !domains.isEmpty();
  }

  /** Whether the node has the label at all. */
  public boolean isSomewhere(NodeInfo node) {
    return node.slot() < domainOf.length && domainOf[node.slot()] != NOWHERE;
  }

  /** The total of the node's domain; 0 if it is in none. */
  public long at(NodeInfo node) {
    return isSomewhere(node) ? totals[domainOf[node.slot()]] : 0;
  }

  /** What the node has itself. */
  public long amountOf(NodeInfo node) {
    return node.slot() < domainOf.length ? amounts[node.slot()] : 0;
  }

  /** The least total of a domain that has members; 0 if none has. */
  public long least() {
    return domainsByTotal.isEmpty() ? 0 : domainsByTotal.firstKey();
  }

  /** Whether there is anything anywhere. */
  public boolean isZero() {
    return domainsByTotal.isEmpty()
        || (domainsByTotal.firstKey() == 0 && domainsByTotal.lastKey() == 0);
  }

  /** How many domains have members. */
  public int size() {
    return populated;
  }

  /** In how many domains {@code nodes} are; those without the label are one together. */
  public int spanOf(Iterable<NodeInfo> nodes) {
    BitSet seen = new BitSet();
    for (NodeInfo node : nodes) {
      seen.set(isSomewhere(node) ? domainOf[node.slot()] + 1 : 0);
    }
    return seen.cardinality();
  }
}
