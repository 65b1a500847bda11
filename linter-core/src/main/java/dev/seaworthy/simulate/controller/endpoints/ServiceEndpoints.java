package dev.seaworthy.simulate.controller.endpoints;

import dev.seaworthy.api.ObjectKey;
import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.Absent;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.simulate.object.Selectors;
import dev.seaworthy.simulate.server.ApiClient;
import dev.seaworthy.simulate.store.ClusterView;
import dev.seaworthy.simulate.store.Kinds;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** What is known of the pods behind one Service: only those that changed are looked at again. */
final class ServiceEndpoints {

  private final Slices slices = new Slices();
  private final Addresses addresses = new Addresses();
  private final Set<ObjectKey> members = new LinkedHashSet<>();
  private final Set<ObjectKey> touched = new LinkedHashSet<>();
  private final String uid;
  private Node spec = Absent.INSTANCE;

  /**
   * @param uid the Service's
   */
  ServiceEndpoints(String uid) {
    this.uid = uid;
  }

  boolean isOf(String service) {
    return uid.equals(service);
  }

  /** A pod that the Service selects or selected has changed. */
  void touch(ObjectKey pod) {
    touched.add(pod);
  }

  /** Brings the Service's objects up to date. */
  void sync(Resource service, ClusterView view, ApiClient api) {
    if (!service.at("spec").sameAs(spec)) {
      spec = service.at("spec");
      touched.addAll(members);
      view.select(Kinds.POD, service.namespace(), Selectors.of(service))
          .forEach(pod -> touched.add(ObjectKey.of(pod)));
    }
    boolean wantsPorts = service.at("spec", "ports").size() > 0;
    for (ObjectKey key : touched) {
      Optional<Member> member = view.get(key)
          .filter(pod -> Selectors.of(service).matches(pod.labels()))
          .flatMap(pod -> Member.of(pod, service));
      slices.set(key, member);
      addresses.set(key, member, wantsPorts);
      if (member.isPresent()) {
        members.add(key);
      } else {
        members.remove(key);
      }
    }
    touched.clear();
    slices.write(service, api);
    addresses.write(service, api);
  }
}
