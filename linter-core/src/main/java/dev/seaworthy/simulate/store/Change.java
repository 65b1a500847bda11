package dev.seaworthy.simulate.store;

import dev.seaworthy.api.ObjectKey;
import dev.seaworthy.api.Resource;
import java.util.Optional;

/**
 * One commit.
 *
 * @param before the object as it was; empty when it is new
 * @param after the object as it is; empty when it is gone
 */
public record Change(ObjectKey key, Optional<Resource> before, Optional<Resource> after) {

  public boolean isCreation() {
    return before.isEmpty();
  }

  public boolean isRemoval() {
    return after.isEmpty();
  }

  /** The newest state there was: for a removal the last one. */
  public Resource latest() {
    return after.orElseGet(before::orElseThrow);
  }
}
