package dev.seaworthy.validate.defaulting;

import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Lists whose items are changed one by one; a list of which nothing changes stays what it is. */
final class Items {

  private Items() {}

  static Sequence changed(Sequence list, UnaryOperator<Mapping> change) {
    List<Node> changed = new ArrayList<>(list.size());
    boolean isChanged = false;
    for (Node item : list.items()) {
      Node with = item instanceof Mapping mapping ? change.apply(mapping) : item;
      changed.add(with);
      isChanged |= with != item;
    }
    return isChanged ? list.holding(changed) : list;
  }
}
