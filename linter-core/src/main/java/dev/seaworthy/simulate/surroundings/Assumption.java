package dev.seaworthy.simulate.surroundings;

import dev.seaworthy.api.ObjectKey;
import dev.seaworthy.graph.InputObject;
import dev.seaworthy.manifest.FieldPath;

/**
 * An object that is taken to be in the cluster.
 *
 * @param from the first manifest that needs it, and {@code path} where it says so
 */
public record Assumption(ObjectKey object, InputObject from, FieldPath path) {

  /** {@code Secret db in shop exists}. */
  public String text() {
    String place = object.namespace().isEmpty() ? "" : " in " + object.namespace();
    return object.kind().kind() + " " + object.name() + place + " exists";
  }
}
