package dev.seaworthy.simulate.object;

import dev.seaworthy.api.Resource;

/** A view over an object, in the words of whoever looks after its kind: what all kinds have. */
public interface ObjectView {

  Resource resource();

  default String name() {
    return resource().name();
  }

  default String namespace() {
    return resource().namespace();
  }

  default String uid() {
    return Meta.uid(resource());
  }
}
