package dev.seaworthy.simulate.server;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.api.ObjectKey;
import dev.seaworthy.api.Resource;
import dev.seaworthy.simulate.store.ClusterView;
import dev.seaworthy.validate.admission.ClusterFacts;
import java.util.List;
import java.util.Optional;

/** What admission plug-ins ask of a running cluster: its store knows everything. */
record StoreFacts(ClusterView view) implements ClusterFacts {

  @Override
  public Optional<Resource> find(GroupKind kind, String namespace, String name) {
    return view.get(new ObjectKey(kind, namespace, name));
  }

  @Override
  public List<Resource> list(GroupKind kind, String namespace) {
    return namespace.isEmpty() ? view.list(kind) : view.list(kind, namespace);
  }

  @Override
  public boolean knowsAll(GroupKind kind) {
    return true;
  }
}
