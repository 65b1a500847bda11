package dev.seaworthy.simulate.controller.statefulset;

import dev.seaworthy.simulate.object.StatefulSet;

/**
 * Until when the claims of a set stay.
 *
 * @param withSet whether they go when the set does
 * @param withScale whether they go when their pod is too many
 * @param range which pods are not; matters only if claims go with the others
 */
record Retention(boolean withSet, boolean withScale, OrdinalRange range) {

  private static final OrdinalRange ANY = new OrdinalRange(0, 0);

  /** For ever. */
  static final Retention KEPT = new Retention(false, false, ANY);

  static Retention of(StatefulSet set) {
    return new Retention(
        set.deletesClaimsWithSet(),
        set.deletesClaimsWithScale(),
        set.deletesClaimsWithScale() ? OrdinalRange.of(set) : ANY);
  }
}
