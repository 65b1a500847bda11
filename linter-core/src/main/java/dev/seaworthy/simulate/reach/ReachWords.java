package dev.seaworthy.simulate.reach;

import dev.seaworthy.api.GroupVersionKind;
import dev.seaworthy.diagnostic.UnknownWord;
import dev.seaworthy.simulate.reach.ReachQuestion.DnsName;
import dev.seaworthy.simulate.reach.ReachQuestion.ObjectPort;
import dev.seaworthy.simulate.reach.ReachQuestion.Peer;
import dev.seaworthy.simulate.reach.ReachQuestion.Target;
import dev.seaworthy.simulate.reach.ReachQuestion.Url;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads who is to be reached: {@code deploy/web:8080}, {@code web.shop.svc:80}, {@code
 * http://shop.example.com/cart}.
 */
public final class ReachWords {

  private static final String MEANT =
      "; write deploy/web:8080, svc/web:http, web.shop.svc:80 or" + " http://shop.example.com/cart";

  private final Function<String, GroupVersionKind> kinds;

  /** {@code kinds} gives the kind of a name such as {@code deploy}. */
  public ReachWords(Function<String, GroupVersionKind> kinds) {
    this.kinds = kinds;
  }

  /**
   * Reads a question.
   *
   * @param from who asks; empty for a person outside
   * @throws UnknownWord if it makes no sense
   */
  public ReachQuestion read(String target, Optional<String> from, Optional<String> namespace) {
    return new ReachQuestion(
        target, target(target, from.isPresent()), from.map(this::peer), namespace);
  }

  private Target target(String text, boolean fromPod) {
    if (text.startsWith("http://") || text.startsWith("https://")) {
      return url(text.substring(text.indexOf("//") + 2), text.startsWith("https") ? "443" : "80");
    }
    int colon = text.lastIndexOf(':');
    if (colon <= 0 || colon == text.length() - 1) {
      throw new UnknownWord("'" + text + "' names no port" + MEANT);
    }
    String who = text.substring(0, colon);
    String port = text.substring(colon + 1);
    requirePort(port);
    if (who.contains("/")) {
      return new ObjectPort(peer(who), port);
    }
    // In the mouth of a pod a plain name is a Service's; kubectl takes it for a pod's.
    return fromPod || who.contains(".")
        ? new DnsName(who, port)
        : new ObjectPort(peer("pod/" + who), port);
  }

  private static Target url(String rest, String usualPort) {
    int slash = rest.indexOf('/');
    String host = slash < 0 ? rest : rest.substring(0, slash);
    int colon = host.indexOf(':');
    String port = colon < 0 ? usualPort : host.substring(colon + 1);
    requirePort(port);
    String path = slash < 0 ? "/" : rest.substring(slash).split("[?#]", 2)[0];
    return new Url(colon < 0 ? host : host.substring(0, colon), port, path);
  }

  private static void requirePort(String port) {
    if (port.matches("\\d+") && (port.length() > 5 || Integer.parseInt(port) > 65535)) {
      throw new UnknownWord("'" + port + "' is no port");
    }
  }

  private Peer peer(String text) {
    int slash = text.indexOf('/');
    String kind = slash < 0 ? "pod" : text.substring(0, slash);
    String name = text.substring(slash + 1);
    if (kind.isEmpty() || name.isEmpty()) {
      throw new UnknownWord("'" + text + "' is no KIND/NAME" + MEANT);
    }
    return new Peer(kinds.apply(kind).groupKind(), name);
  }
}
