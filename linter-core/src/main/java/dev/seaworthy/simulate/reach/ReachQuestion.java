package dev.seaworthy.simulate.reach;

import dev.seaworthy.api.GroupKind;
import java.util.Optional;

/**
 * Who is to be reached, and by whom.
 *
 * @param text as it was asked, to answer it
 * @param from the pod or workload that asks; empty for a person outside the cluster
 * @param namespace where names without one are looked for; empty for wherever they are
 */
public record ReachQuestion(
    String text, Target target, Optional<Peer> from, Optional<String> namespace) {

  /** An object by kind and name. */
  public record Peer(GroupKind kind, String name) {

    @Override
    public String toString() {
      return kind.kind().toLowerCase(java.util.Locale.ROOT) + "/" + name;
    }
  }

  /** What can be reached. */
  public sealed interface Target permits ObjectPort, DnsName, Url {}

  /** A port of an object, by number or name. */
  public record ObjectPort(Peer object, String port) implements Target {}

  /** A name such as {@code web}, {@code web.shop} or {@code web.shop.svc.cluster.local}. */
  public record DnsName(String name, String port) implements Target {}

  /** What a Service of that name, or an Ingress, is asked. */
  public record Url(String host, String port, String path) implements Target {}
}
