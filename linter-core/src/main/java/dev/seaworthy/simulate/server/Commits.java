package dev.seaworthy.simulate.server;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.api.ObjectKey;
import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.Absent;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.simulate.clock.Seed;
import dev.seaworthy.simulate.clock.VirtualClock;
import dev.seaworthy.simulate.store.Kinds;
import dev.seaworthy.simulate.store.ObjectStore;
import dev.seaworthy.validate.ServiceAddresses;
import java.util.Optional;
import java.util.Set;

/**
 * How what was admitted gets into the store: new objects are registered, Services get their addresses,
 * quotas are charged, and what waited for its last finalizer goes.
 */
final class Commits {

  /** Kinds of which a change can use more of a quota. */
  private static final Set<GroupKind> MAY_USE_MORE =
      Set.of(Kinds.SERVICE, Kinds.PERSISTENT_VOLUME_CLAIM);

  private final ObjectStore store;
  private final Registration registration;
  private final Removal removal;
  private final QuotaCharge charge;
  private final ServiceAddresses addresses = new ServiceAddresses();

  Commits(ObjectStore store, VirtualClock clock, Seed seed, Removal removal, QuotaCharge charge) {
    this.store = store;
    this.registration = new Registration(clock, seed);
    this.removal = removal;
    this.charge = charge;
  }

  /** An object that is new. */
  Answer made(Resource admitted) {
    return taken(admitted, Absent.INSTANCE).orElseGet(() -> {
      Resource allocated = addresses.allocated(admitted, Absent.INSTANCE);
      Resource committed = store.commit(registration.of(allocated));
      charge.of(committed, Optional.empty());
      return Answer.created(committed);
    });
  }

  /** An object as it is to be from now on, in place of {@code stored}. */
  Answer changed(Resource admitted, Resource stored) {
    return taken(admitted, stored.root())
        .orElseGet(() -> unallocated(addresses.allocated(admitted, stored.root()), stored));
  }

  private Optional<Answer> taken(Resource admitted, Node before) {
    return Answer.addressesTaken(admitted, before, store.view());
  }

  /** The same for a change that has nothing to do with addresses. */
  Answer unallocated(Resource admitted, Resource stored) {
    Resource changed =
        admitted.withAt(stored.at("metadata", "resourceVersion"), "metadata", "resourceVersion");
    if (changed.root().sameAs(stored.root())) {
      return Answer.ok(stored);
    }
    if (removal.isComplete(changed)) {
      store.remove(ObjectKey.of(changed));
      return Answer.ok(changed);
    }
    Resource committed = store.commit(changed);
    if (MAY_USE_MORE.contains(changed.groupKind())) {
      charge.of(committed, Optional.of(stored));
    }
    return Answer.ok(committed);
  }
}
