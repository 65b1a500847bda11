package dev.seaworthy.simulate.scenario.expectation;

import dev.seaworthy.simulate.scenario.language.Arguments;
import dev.seaworthy.simulate.scenario.language.Claim;
import java.util.ArrayList;
import java.util.List;

/** Reads what a step expects. */
public final class Expectations {

  private Expectations() {}

  /** The claims of one step, in no particular order; that there are none is told. */
  public static List<Claim> read(Arguments in) {
    List<Claim> claims = new ArrayList<>();
    claims.addAll(WorkloadClaims.read(in));
    claims.addAll(PodClaims.read(in));
    claims.addAll(EventClaim.read(in));
    claims.addAll(RefusalClaim.read(in));
    boolean isOfNothing = in.field("target").isAbsent() && in.field("pods").isAbsent();
    if (in.field("ready").isPresent() && isOfNothing) {
      in.problem(in.field("ready"), "'ready' must be of a 'target' or of 'pods'");
    } else if (claims.isEmpty()) {
      in.problem(
          in.node(),
          "'expect' must say of what (target, pods, event or refused) and what is expected of it");
    }
    return claims;
  }

  /** Whether the step says that the one before it must have been refused. */
  public static boolean areOfRefusal(Arguments in) {
    return in.field("refused").isPresent() && !isFalse(in);
  }

  private static boolean isFalse(Arguments in) {
    return in.field("refused").asBoolean().filter(expected -> !expected).isPresent();
  }
}
