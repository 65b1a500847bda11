package dev.seaworthy.validate.decode;

import dev.seaworthy.manifest.Node;
import dev.seaworthy.validate.field.DecodeError;
import dev.seaworthy.validate.field.Doubt;
import java.util.List;

/**
 * What came of decoding.
 *
 * @param tree the object without nulls and unknown fields, quantities in their canonical form; what
 *     has the wrong type is there as it was probably meant, or as {@link
 *     dev.seaworthy.manifest.Unknown}
 * @param errors what the server would name, in its order; empty if the object is sound
 * @param more what it would name once those are mended
 * @param readable whether all values are of their types, whatever else there is
 * @param doubt what of the tree is not as it is written, so that nothing can be said of it
 */
public record Decoded(
    Node tree, List<DecodeError> errors, List<DecodeError> more, boolean readable, Doubt doubt) {

  public Decoded {
    errors = List.copyOf(errors);
    more = List.copyOf(more);
  }
}
