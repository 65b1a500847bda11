package dev.seaworthy.simulate.surroundings;

import dev.seaworthy.api.ObjectKey;
import dev.seaworthy.graph.InputObject;
import dev.seaworthy.manifest.FieldPath;
import java.util.Optional;

/**
 * An object that is taken to be in the cluster.
 *
 * @param from the first manifest that needs it, and {@code path} where it says so
 * @param maker the object of the input of which an operator makes it; empty if nothing is known of
 *     where it comes from
 */
public record Assumption(
    ObjectKey object, InputObject from, FieldPath path, Optional<InputObject> maker) {

  /** {@code Secret db in shop exists}, {@code ExternalSecret db makes Secret db in shop}. */
  public String text() {
    String place = object.namespace().isEmpty() ? "" : " in " + object.namespace();
    String what = object.kind().kind() + " " + object.name() + place;
    return maker
        .map(made -> made.kind().kind() + " " + made.name() + " makes " + what)
        .orElse(what + " exists");
  }
}
