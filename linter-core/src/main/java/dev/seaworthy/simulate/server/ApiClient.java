package dev.seaworthy.simulate.server;

import dev.seaworthy.api.ObjectKey;
import dev.seaworthy.api.Resource;
import dev.seaworthy.apply.Applying;
import dev.seaworthy.apply.MergePatch;
import dev.seaworthy.apply.PatchType;
import dev.seaworthy.manifest.Absent;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.simulate.clock.EventQueue;
import dev.seaworthy.simulate.clock.Seed;
import dev.seaworthy.simulate.store.ClusterView;
import dev.seaworthy.simulate.store.ObjectStore;
import dev.seaworthy.validate.ApiServer;
import dev.seaworthy.validate.Stage;
import dev.seaworthy.validate.Submission;
import dev.seaworthy.validate.Submission.Write;
import dev.seaworthy.validate.Verdict;
import dev.seaworthy.validate.field.Request;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The way to write: for users, controllers and nodes alike. Every write meets admission and
 * conflicts, as at the real API server; a refusal is an answer, not an exception.
 */
public final class ApiClient {

  private final ObjectStore store;
  private final EventQueue queue;
  private final ApiServer server;
  private final EventLog events;
  private final GeneratedNames names;
  private final Map<ObjectKey, Mapping> lastApplied = new HashMap<>();
  private final Removal removal;
  private final QuotaUsage quotaUsage;
  private final QuotaCharge charge;
  private final Commits commits;
  private final Patches patches;
  private @Nullable Actor actor;

  /** The way to {@code store}, on which {@code server} stands guard. */
  public ApiClient(
      ObjectStore store, EventQueue queue, Seed seed, ApiServer server, EventLog events) {
    this.store = store;
    this.queue = queue;
    this.server = server.running(new StoreFacts(store.view()));
    this.events = events;
    this.names = new GeneratedNames(store.view(), seed);
    this.removal = new Removal(store, queue.clock());
    this.quotaUsage = new QuotaUsage(server.catalog());
    this.charge = new QuotaCharge(store, quotaUsage);
    this.commits = new Commits(store, queue.clock(), seed, removal, charge);
    this.patches = new Patches(server.catalog());
  }

  /** Where components tell what they did. */
  public EventLog events() {
    return events;
  }

  public ClusterView view() {
    return store.view();
  }

  /** Does {@code work} in the name of {@code who}, so that each write can be told by whom it is. */
  public <T> T actingAs(Actor who, Supplier<T> work) {
    Actor before = actor;
    actor = who;
    try {
      return work.get();
    } finally {
      actor = before;
    }
  }

  /** Who writes at this moment; empty for a person, and for nodes. */
  public Optional<Actor> actor() {
    return Optional.ofNullable(actor);
  }

  /** How much of a quota objects use. */
  public QuotaUsage quotaUsage() {
    return quotaUsage;
  }

  /** Makes an object. A {@code generateName} is completed with letters that the seed decides. */
  public Answer create(Resource object) {
    return create(object, server::judge);
  }

  private Answer create(Resource object, Function<Submission, Verdict> judge) {
    Resource named = names.named(object);
    ObjectKey key = ObjectKey.of(named);
    if (store.view().get(key).isPresent()) {
      return Answer.refused(409, "AlreadyExists", ServerWords.of(key) + " already exists");
    }
    Verdict verdict = judge.apply(Submission.create(named.root()));
    Optional<Resource> admitted =
        isUnknown(verdict) ? Optional.of(UnknownKind.ofNew(named)) : verdict.result();
    return admitted.map(commits::made).orElseGet(() -> Answer.refused(named, verdict));
  }

  private static boolean isUnknown(Verdict verdict) {
    return verdict.stage().filter(Stage.RECOGNISE::equals).isPresent();
  }

  /**
   * Replaces what the client decides of an object (all but its status). A {@code resourceVersion}
   * that is not the stored one is a conflict; without one the write is unconditional.
   */
  public Answer update(Resource object) {
    return write(Write.OBJECT, object);
  }

  /** Replaces the status of an object, and its annotations, as the status subresource does. */
  public Answer updateStatus(Resource object) {
    return write(Write.STATUS, object);
  }

  private Answer write(Write write, Resource object) {
    ObjectKey key = ObjectKey.of(object);
    Optional<Resource> found = store.view().get(key);
    if (found.isEmpty()) {
      return notFound(key);
    }
    Resource stored = found.get();
    Optional<Answer> conflict = Preconditions.broken(object, stored);
    return conflict.isPresent() ? conflict.get() : write(write, object, stored);
  }

  private Answer write(Write write, Resource object, Resource stored) {
    Resource wanted = switch (write) {
      case STATUS -> withStatusOf(stored, object);
      case RESIZE -> PodResources.taken(stored, object);
      default -> object;
    };
    Verdict verdict = server.judge(Submission.change(write, wanted.root(), stored.root()));
    Optional<Resource> admitted = isUnknown(verdict)
        ? Optional.of(UnknownKind.changed(write, wanted, stored))
        : verdict.result();
    return admitted
        .map(result -> commits.changed(result, stored))
        .orElseGet(() -> Answer.refused(object, verdict));
  }

  private static Resource withStatusOf(Resource stored, Resource wanted) {
    Node status = wanted.at("status");
    Node annotations = wanted.at("metadata", "annotations");
    Resource changed = status.isAbsent() ? stored : stored.withAt(status, "status");
    return annotations.isAbsent()
        ? changed
        : changed.withAt(annotations, "metadata", "annotations");
  }

  /** Merges {@code change} into an object, as a JSON merge patch (RFC 7386) does. */
  public Answer patch(ObjectKey key, Node change) {
    return patch(key, PatchType.MERGE, change, "");
  }

  /**
   * Changes one subresource ({@code status}, {@code resize}, {@code ephemeralcontainers}), or if empty
   * the object.
   */
  public Answer patch(ObjectKey key, PatchType form, Node change, String subresource) {
    Optional<Resource> found = store.view().get(key);
    if (found.isEmpty()) {
      return notFound(key);
    }
    Resource stored = found.get();
    if (!patches.take(stored, form)) {
      return Answer.refused(
          415, "UnsupportedMediaType", stored.kind() + " takes no strategic merge patch");
    }
    return patches
        .patched(stored, form, change)
        .map(wanted -> switch (subresource) {
          case "status" -> updateStatus(wanted);
          case Request.RESIZE -> resize(stored, wanted);
          case "ephemeralcontainers" ->
            commits.unallocated(withEphemeralOf(stored, wanted), stored);
          default -> update(wanted);
        })
        .orElseGet(() -> Answer.refused(422, "Invalid", "the patch does not fit the object"));
  }

  /** Changes what the containers of a pod ask for; what else differs in {@code wanted} is dropped. */
  private Answer resize(Resource stored, Resource wanted) {
    if (!PodResources.areServed(stored, server.catalog().release())) {
      return Answer.refused(
          404, Answer.NOT_FOUND, ServerWords.of(ObjectKey.of(stored)) + " cannot be resized");
    }
    Answer answer = write(Write.RESIZE, wanted);
    answer.object().ifPresent(resized -> charge.of(resized, Optional.of(stored)));
    return answer;
  }

  /** Ephemeral containers join a pod that is there, whatever else is fixed; nobody judges them. */
  private static Resource withEphemeralOf(Resource stored, Resource wanted) {
    return stored.withAt(wanted.at("spec", "ephemeralContainers"), "spec", "ephemeralContainers");
  }

  /**
   * Applies as the one client of a run: what the manifest names is set; what it named the last time
   * and no longer names is removed. Server-side that is forced, and leaves alone what somebody else
   * changed since.
   */
  public Answer apply(Resource manifest, Applying how) {
    return apply(manifest, how, server::judge);
  }

  /**
   * The same for a manifest that was {@code judged} already, as one to be made, by a server that knew
   * nothing of this cluster. What it came to serves a new object that was sent as it is written;
   * otherwise everything is judged here.
   */
  public Answer apply(Resource manifest, Applying how, Verdict judged) {
    boolean isSentAsWritten = !manifest.name().isEmpty()
        && MergePatch.withoutNulls(manifest.root()).sameAs(manifest.root());
    return isSentAsWritten
        ? apply(manifest, how, submission -> server.admit(submission, judged))
        : apply(manifest, how);
  }

  private Answer apply(Resource manifest, Applying how, Function<Submission, Verdict> judgeNew) {
    ObjectKey key = ObjectKey.of(manifest);
    Optional<Resource> found = store.view().get(key);
    Mapping previous = lastApplied.getOrDefault(key, Mapping.EMPTY);
    Answer answer = found.isEmpty()
        ? create(new Resource((Mapping) MergePatch.withoutNulls(manifest.root())), judgeNew)
        : update(patches.applied(manifest, found.get(), previous, how));
    if (answer.accepted()) {
      lastApplied.put(key, manifest.root());
    }
    return answer;
  }

  /** Deletes; what that means for pods, finalizers and owned objects is the server's affair. */
  public Answer delete(ObjectKey key, Deletion how) {
    Optional<Resource> found = store.view().get(key);
    if (found.isEmpty()) {
      return notFound(key);
    }
    Resource object = found.get();
    return Preconditions.broken(how, object).orElseGet(() -> Answer.ok(removal.begin(object, how)));
  }

  public Answer delete(Resource object) {
    return delete(
        ObjectKey.of(object), Deletion.NORMAL.of(object.at("metadata", "uid").text()));
  }

  /**
   * Deletes a pod through the eviction API, which asks the disruption budgets.
   *
   * @param grace how long it may take to stop; empty for its own time
   */
  public Answer evict(Resource pod, Optional<Duration> grace) {
    return new Eviction(this, queue.clock()).evict(pod, grace);
  }

  /** Says that a namespace which is to go is empty. */
  public Answer finalizeNamespace(Resource namespace) {
    return store
        .view()
        .get(ObjectKey.of(namespace))
        .map(stored -> commits.unallocated(stored.without("spec", "finalizers"), stored))
        .orElseGet(() -> notFound(ObjectKey.of(namespace)));
  }

  /** Sets how many replicas an object wants through the scale subresource. */
  public Answer scale(ObjectKey key, long replicas) {
    return store
        .view()
        .get(key)
        .map(object -> patch(key, ScalePaths.of(object, store.view()).wanting(replicas)))
        .orElseGet(() -> notFound(key));
  }

  /** Binds a pod to a node, as the scheduler does. */
  public Answer bind(Resource pod, String node) {
    return store
        .view()
        .get(ObjectKey.of(pod))
        .map(stored ->
            commits.unallocated(Binding.of(stored, node, store.view(), queue.clock()), stored))
        .orElseGet(() -> notFound(ObjectKey.of(pod)));
  }

  private static Answer notFound(ObjectKey key) {
    return Answer.refused(404, Answer.NOT_FOUND, ServerWords.of(key) + " not found");
  }

  /** The object as it is now, or absent. */
  public Node read(ObjectKey key) {
    return store.view().get(key).<Node>map(Resource::root).orElse(Absent.INSTANCE);
  }
}
