package dev.seaworthy.simulate.scenario.language;

import dev.seaworthy.api.Resource;
import dev.seaworthy.simulate.Cluster;
import dev.seaworthy.simulate.history.WorkloadHistory;
import dev.seaworthy.simulate.server.Answer;
import dev.seaworthy.simulate.server.ApiClient;
import dev.seaworthy.simulate.store.ClusterView;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Where a story is played: the cluster, and what is remembered of the story. */
public interface StepContext {

  Cluster cluster();

  /** The API as people use it: every write is judged in full. */
  ApiClient api();

  default ClusterView view() {
    return cluster().view();
  }

  /** The objects of a file beside the scenario, in the order written. */
  List<Manifest> manifests(String file);

  /** The object that a step names, in the story's namespace or in none. */
  Optional<Resource> object(Target target);

  /** Whether the object that a step names is there or was so at some time of the story. */
  default boolean wasThere(Target target) {
    return object(target).isPresent();
  }

  /** The objects of a kind in the story's namespace, or in no namespace; oldest first. */
  List<Resource> ofKind(String kind);

  /** The pods that a step is about. */
  List<Resource> select(PodSelection selection);

  /** Takes the server's answer to a manifest. */
  void applied(Manifest manifest, Answer answer);

  /** Takes the server's answer to something else that the story did. */
  void answered(Answer answer);

  /** Takes note that a command gave up by itself, with what it would print. */
  void gaveUp(String message);

  /**
   * A step is about something that is not there, or adds what is: a slip must not look as if it had
   * been done. Where stories are played as they were recorded nobody minds.
   */
  void missed(String message);

  /**
   * Disruption budgets did not let these pods go, as long as they were asked. Says whether that is all
   * that is to be told; where stories are played the command's own words belong to it, too.
   */
  boolean kept(List<Resource> pods);

  /** Looks whether claims are true, or become so within some time; remembers what is not. */
  void expect(List<Claim> claims, Duration within);

  /** What the step before was refused with; empty if nothing of it was. */
  List<String> refusals();

  /** What the workload that a step names was so far; empty if there is none. */
  Optional<WorkloadHistory> historyOf(Target target);

  /** Takes note of how many objects a look-up found. */
  void found(String kind, String selector, long count);

  /** Shows something of the cluster as it is now. */
  void show(Look look);

  void advance(Duration time);

  /** Records the state as it is. */
  void observe();

  /** Lets time pass until nothing has changed for {@code quiet}, then records the state. */
  void settle(Duration quiet);

  /** Does something to the object that a step names; the API's answer where it is not there. */
  default void on(Target target, Function<Resource, Answer> action) {
    answered(object(target)
        .map(action)
        .orElseGet(() -> Answer.refused(404, "NotFound", Absence.of(target, this))));
  }

  /** The pods that a step is about; that there are none, or fewer than it picks, is told. */
  default List<Resource> require(PodSelection selection) {
    List<Resource> pods = select(selection);
    Absence.among(pods, selection, this).ifPresent(this::missed);
    return pods;
  }

  /** Something was done that nobody answers; like a request it may take its time. */
  default void acted() {}
}
