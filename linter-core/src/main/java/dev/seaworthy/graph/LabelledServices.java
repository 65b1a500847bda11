package dev.seaworthy.graph;

import dev.seaworthy.api.selector.LabelSelector;
import java.util.List;

/** Services by their own labels, as monitoring looks for them. */
final class LabelledServices {

  private record Placed(InputObject service, String namespace) {}

  private final LabelIndex<Placed> byLabels =
      new LabelIndex<>(placed -> placed.service().resource().labels());
  private int count;

  void add(InputObject service, String namespace) {
    byLabels.add(new Placed(service, namespace), count++);
  }

  List<InputObject> matching(LabelSelector selector, NamespaceChoice namespaces) {
    return byLabels
        .matching(selector)
        .filter(placed -> namespaces.includes(placed.namespace()))
        .map(Placed::service)
        .toList();
  }
}
