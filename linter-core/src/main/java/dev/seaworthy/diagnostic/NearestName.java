package dev.seaworthy.diagnostic;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds what was probably meant by a misspelt name, among a few. For a question that is asked often
 * of the same names there is {@link NameIndex}, which gives the same answers.
 */
public final class NearestName {

  private NearestName() {}

  /**
   * The candidate that differs least from {@code name}: in upper and lower case alone, or in a few
   * letters added, left out, swapped or replaced. Of equals the first one wins. Names that number
   * things apart are no slips for each other.
   */
  public static Optional<String> to(String name, Iterable<String> candidates) {
    return all(name, candidates).stream().findFirst();
  }

  /** All candidates that differ least from {@code name}, in their order; empty if none is near. */
  public static List<String> all(String name, Iterable<String> candidates) {
    String wanted = Slips.folded(name);
    int allowed = Slips.allowedIn(name);
    int least = allowed + 1;
    List<String> nearest = new ArrayList<>(1);
    for (String candidate : candidates) {
      boolean mayBeNear = Math.abs(candidate.length() - name.length()) <= Math.min(least, allowed);
      if (mayBeNear && !candidate.equals(name)) {
        String folded = Slips.folded(candidate);
        int slips = Slips.numberApart(wanted, folded) ? allowed + 1 : Slips.between(wanted, folded);
        if (slips < least) {
          least = slips;
          nearest.clear();
        }
        if (slips == least && slips <= allowed) {
          nearest.add(candidate);
        }
      }
    }
    return nearest;
  }

  /** The candidate that {@code name} could be a slip for, if there is no other. */
  public static Optional<String> only(String name, Iterable<String> candidates) {
    String found = null;
    for (String candidate : candidates) {
      if (isNear(name, candidate)) {
        if (found != null) {
          return Optional.empty();
        }
        found = candidate;
      }
    }
    return Optional.ofNullable(found);
  }

  /** Whether one text could be a slip for the other: another case or a few letters. */
  public static boolean isNear(String written, String meant) {
    int allowed = Slips.allowedIn(written);
    if (written.equals(meant) || Math.abs(meant.length() - written.length()) > allowed) {
      return false;
    }
    String a = Slips.folded(written);
    String b = Slips.folded(meant);
    return !Slips.numberApart(a, b) && Slips.between(a, b) <= allowed;
  }

  /** Whether one text is a single slip off the other, or differs in upper and lower case alone. */
  public static boolean isOneSlip(String written, String meant) {
    String a = Slips.folded(written);
    String b = Slips.folded(meant);
    return isNear(written, meant) && Slips.between(a, b) <= 1;
  }
}
