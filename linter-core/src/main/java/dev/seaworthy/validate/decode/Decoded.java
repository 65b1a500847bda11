package dev.seaworthy.validate.decode;

import dev.seaworthy.manifest.Node;
import dev.seaworthy.validate.field.DecodeError;
import java.util.List;

/**
 * What came of decoding.
 *
 * @param tree the object without nulls and unknown fields, quantities in their canonical form
 * @param errors what the server would name, in its order; empty if the object is sound
 * @param usable whether {@code tree} holds values of the right types throughout, so that later
 *     stages can judge it although fields are unknown or duplicate
 */
public record Decoded(Node tree, List<DecodeError> errors, boolean usable) {

  public Decoded {
    errors = List.copyOf(errors);
  }
}
