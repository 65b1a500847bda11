package dev.seaworthy.simulate.controller.history;

import dev.seaworthy.api.ObjectKey;
import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.manifest.Sequence;
import dev.seaworthy.simulate.controller.ContentHash;
import dev.seaworthy.simulate.controller.Ownership;
import dev.seaworthy.simulate.object.Meta;
import dev.seaworthy.simulate.object.Selectors;
import dev.seaworthy.simulate.server.Answer;
import dev.seaworthy.simulate.server.ApiClient;
import dev.seaworthy.simulate.store.ClusterView;
import dev.seaworthy.simulate.store.Kinds;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The templates of a workload in the order of their numbers. The present one has the highest; a
 * template that comes back gets a new number instead of a second revision. Mirrors
 * {@code pkg/controller/history} and what the DaemonSet controller has in its place.
 */
public final class RevisionHistory {

  private final Resource owner;
  private final ApiClient api;
  private final List<ControllerRevision> revisions;

  private RevisionHistory(Resource owner, ApiClient api, List<ControllerRevision> revisions) {
    this.owner = owner;
    this.api = api;
    this.revisions = revisions;
  }

  /** The history of {@code owner}, with the revisions that nobody owns and it selects. */
  public static RevisionHistory of(Resource owner, ClusterView view, ApiClient api) {
    List<ControllerRevision> revisions = new Ownership(owner, Selectors.of(owner), view)
        .claim(Kinds.CONTROLLER_REVISION, revision -> true, api).stream()
            .map(ControllerRevision::new)
            .sorted(ControllerRevision.IN_ORDER)
            .toList();
    return new RevisionHistory(owner, api, revisions);
  }

  /** By number, as they were when this was read. */
  public List<ControllerRevision> all() {
    return revisions;
  }

  public Optional<ControllerRevision> named(String name) {
    return revisions.stream().filter(revision -> revision.name().equals(name)).findFirst();
  }

  /**
   * The revision of the present template.
   *
   * @param revision empty if it could not be written; to be tried again
   * @param collisions how often its name was taken by another template so far
   */
  public record Present(Optional<ControllerRevision> revision, long collisions) {}

  /** Sees that there is a revision of the present template and that it has the highest number. */
  public Present present() {
    long collisions = owner.at("status", "collisionCount").longOr(0);
    Node template = owner.at("spec", "template");
    Optional<ControllerRevision> equal = revisions.stream()
        .filter(revision -> revision.template().sameAs(template))
        .reduce((former, later) -> later);
    if (equal.isEmpty()) {
      return create((Mapping) template, collisions);
    }
    boolean isLast = equal.get().equals(revisions.get(revisions.size() - 1));
    return new Present(isLast ? equal : renumbered(equal.get()), collisions);
  }

  private long next() {
    return revisions.isEmpty() ? 1 : revisions.get(revisions.size() - 1).number() + 1;
  }

  private Optional<ControllerRevision> renumbered(ControllerRevision revision) {
    return api.update(revision.resource().with("revision", Scalar.of(next())))
        .object()
        .map(ControllerRevision::new);
  }

  /** Of two templates with one hash the second tries other names. */
  private Present create(Mapping template, long collisions) {
    Resource revision = revision(template, collisions);
    Answer answer = api.create(revision);
    Optional<Resource> other = answer.reason().equals("AlreadyExists")
        ? api.view().get(ObjectKey.of(revision))
        : Optional.empty();
    if (other.isPresent() && !new ControllerRevision(other.get()).template().sameAs(template)) {
      return create(template, collisions + 1);
    }
    return new Present(answer.object().or(() -> other).map(ControllerRevision::new), collisions);
  }

  private Resource revision(Mapping template, long collisions) {
    String hash = ContentHash.of(template, collisions);
    Mapping labels =
        template.at("metadata", "labels") instanceof Mapping given ? given : Mapping.EMPTY;
    return new Resource(Mapping.of(
        "apiVersion", Scalar.of("apps/v1"),
        "kind", Scalar.of("ControllerRevision"),
        "metadata",
            Mapping.of(
                "name", Scalar.of(owner.name() + "-" + hash),
                "namespace", Scalar.of(owner.namespace()),
                "labels", labels.with(ControllerRevision.HASH, Scalar.of(hash)),
                "annotations", Mapping.ofStrings(owner.annotations()),
                "ownerReferences", Sequence.of(List.of(Meta.controllerReference(owner)))),
        "data", ControllerRevision.data(template),
        "revision", Scalar.of(next())));
  }

  /** Deletes the oldest of {@code counted} that are more than {@code limit}, but none that is live. */
  public void truncate(
      List<ControllerRevision> counted, long limit, Predicate<ControllerRevision> live) {
    expired(counted, limit, live).forEach(revision -> api.delete(revision.resource()));
  }

  /** Those that can go: as many as there are too many, the oldest first, and none that is live. */
  static List<ControllerRevision> expired(
      List<ControllerRevision> counted, long limit, Predicate<ControllerRevision> live) {
    return counted.stream()
        .filter(live.negate())
        .limit(Math.max(0, counted.size() - limit))
        .toList();
  }
}
