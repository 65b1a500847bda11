package dev.seaworthy.validate.field;

import java.util.List;
import java.util.Optional;

/**
 * The families of IP addresses that a cluster gives to Services, in the order of {@code
 * --service-cluster-ip-range}: a Service that asks for none gets the first.
 *
 * @param names {@code IPv4}, {@code IPv6} or both
 * @param said whether somebody says so of the cluster; otherwise it is what clusters have by default
 */
public record AddressFamilies(List<String> names, boolean said) {

  public static final String IPV4 = "IPv4";
  public static final String IPV6 = "IPv6";

  /** Both, in the order in which they are told. */
  public static final List<String> ALL = List.of(IPV4, IPV6);

  /** What is taken for granted where nobody says anything. */
  public static final AddressFamilies ASSUMED = new AddressFamilies(List.of(IPV4), false);

  public AddressFamilies {
    names = List.copyOf(names);
  }

  /** Those that somebody names; empty if they are none, or one is named twice. */
  public static Optional<AddressFamilies> of(List<String> names) {
    boolean distinct = names.stream().distinct().count() == names.size();
    return !names.isEmpty() && distinct && ALL.containsAll(names)
        ? Optional.of(new AddressFamilies(names, true))
        : Optional.empty();
  }

  /** The other one of the two. */
  public static String besides(String family) {
    return family.equals(IPV4) ? IPV6 : IPV4;
  }

  /** What a Service gets that asks for none. */
  public String first() {
    return names.get(0);
  }

  public boolean has(String family) {
    return names.contains(family);
  }

  /** Whether the cluster is a dual-stack one. */
  public boolean areBoth() {
    return names.size() == ALL.size();
  }
}
