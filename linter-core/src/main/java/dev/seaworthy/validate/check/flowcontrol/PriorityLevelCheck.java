package dev.seaworthy.validate.check.flowcontrol;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.KindCheck;
import dev.seaworthy.validate.field.Request;
import dev.seaworthy.validate.field.Value;

/** How many requests are served at a time. Mirrors ValidatePriorityLevelConfiguration. */
public final class PriorityLevelCheck implements KindCheck {

  /** What one hash of a flow has to deal a hand of queues. */
  private static final int MOST_BITS = 60;

  /** Before, the server looked only into what the types name. */
  private static final int JUDGES_ALL_SINCE = 36;

  private static final String EXEMPT = "exempt";

  @Override
  public GroupKind kind() {
    return GroupKind.of("flowcontrol.apiserver.k8s.io", "PriorityLevelConfiguration");
  }

  @Override
  public void check(Value level, Request request, Errors errors) {
    Value spec = level.at("spec");
    String name = level.at("metadata", "name").text();
    boolean exempt = spec.at("type").text().equals("Exempt");
    if (exempt != name.equals(EXEMPT)) {
      errors.invalid(
          spec.at("type").path(),
          "exempt-alone",
          "must be Exempt for the level 'exempt', and no other");
    }
    if (request.isSince(JUDGES_ALL_SINCE) || isQueuing(spec)) {
      queues(spec.at("limited", "limitResponse", "queuing"), errors);
    }
    if (!MandatorySpecs.isLevelAsItMust(name, spec.node())) {
      errors.invalid(spec.path(), "mandatory", "of '" + name + "' must be as the server makes it");
    }
  }

  private static boolean isQueuing(Value spec) {
    return spec.at("type").text().equals("Limited")
        && spec.at("limited", "limitResponse", "type").text().equals("Queue");
  }

  private static void queues(Value queuing, Errors errors) {
    long queues = queuing.at("queues").number();
    Value hand = queuing.at("handSize");
    if (hand.number() > queues) {
      errors.invalid(hand.path(), "hand-of-queues", "must not be greater than queues, " + queues);
    } else if (hand.number() > 0 && bits(queues, hand.number()) > MOST_BITS) {
      errors.invalid(hand.path(), "hand-fits-hash", "is too large for so many queues");
    }
  }

  /** How many bits choosing a hand takes. Mirrors RequiredEntropyBits. */
  private static int bits(long queues, long hand) {
    double bits = 0;
    for (long i = 0; i < hand && bits <= MOST_BITS; i++) {
      bits += Math.log((double) queues - i) / Math.log(2);
    }
    return (int) Math.ceil(bits);
  }
}
