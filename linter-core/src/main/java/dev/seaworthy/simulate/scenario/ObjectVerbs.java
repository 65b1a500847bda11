package dev.seaworthy.simulate.scenario;

import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.manifest.Sequence;
import dev.seaworthy.simulate.object.Meta;
import dev.seaworthy.simulate.server.Answer;
import dev.seaworthy.simulate.server.Deletion;
import dev.seaworthy.simulate.store.ObjectKey;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** What a story does to objects through the API. */
final class ObjectVerbs {

  private static final List<String> TEMPLATE = List.of("spec", "template", "spec", "containers");
  private static final List<String> JOB_TEMPLATE =
      List.of("spec", "jobTemplate", "spec", "template", "spec", "containers");

  private final Play play;

  ObjectVerbs(Play play) {
    this.play = play;
  }

  void apply(List<String> files) {
    for (String file : files) {
      play.documents(file).forEach(m -> play.applied(m, play.api().apply(m.sent())));
    }
  }

  void create(List<String> files) {
    for (String file : files) {
      play.documents(file).forEach(m -> play.applied(m, play.api().create(m.sent())));
    }
  }

  void delete(Target target, Deletion.Cascade cascade) {
    on(target, object -> delete(object, cascade));
  }

  private Answer delete(Resource object, Deletion.Cascade cascade) {
    return play.api().delete(ObjectKey.of(object), Deletion.NORMAL.cascading(cascade));
  }

  void deleteNamespace() {
    delete(new Target("Namespace", "@"), Deletion.Cascade.BACKGROUND);
  }

  void scale(Target target, long replicas) {
    on(target, object -> play.api().scale(ObjectKey.of(object), replicas));
  }

  void setImage(Target target, String image) {
    on(target, object -> play.api().update(withImage(object, image)));
  }

  private static Resource withImage(Resource object, String image) {
    List<String> path = object.kind().equals("CronJob") ? JOB_TEMPLATE : TEMPLATE;
    List<Node> containers =
        new ArrayList<>(object.at(path.toArray(String[]::new)).items());
    if (!containers.isEmpty() && containers.get(0) instanceof Mapping first) {
      containers.set(0, first.with("image", Scalar.of(image)));
    }
    return new Resource(object.root().withAt(path, Sequence.of(containers)));
  }

  void patch(Step.Patch step) {
    on(step.target(), object -> {
      ObjectKey key = ObjectKey.of(object);
      return switch (step.kind()) {
        case MERGE -> play.api().patch(key, step.patch(), step.subresource());
        case STRATEGIC -> play.api().update(Patches.strategic(object, step.patch()));
        case JSON -> json(object, step.patch());
      };
    });
  }

  private Answer json(Resource object, Node operations) {
    return Patches.json(object, operations)
        .map(play.api()::update)
        .orElseGet(() -> Answer.refused(422, "Invalid", "the JSON patch does not fit the object"));
  }

  void setMetadata(Step.SetMetadata step) {
    Mapping patch = Mapping.of("metadata", Mapping.of(step.field(), step.values()));
    step.target()
        .ifPresent(target -> on(target, object -> play.api().patch(ObjectKey.of(object), patch)));
    step.pods()
        .ifPresent(selection -> play.select(selection)
            .forEach(pod -> play.answered(play.api().patch(ObjectKey.of(pod), patch))));
  }

  void deleteOwned(Step.DeleteOwned step) {
    owned(step.of(), step.kind(), step.pick())
        .forEach(object -> play.answered(delete(object, step.cascade())));
  }

  void scaleOwned(Step.ScaleOwned step) {
    owned(step.of(), step.kind(), step.pick())
        .forEach(object -> play.answered(play.api().scale(ObjectKey.of(object), step.replicas())));
  }

  /** The objects of {@code kind} that {@code owner} controls, oldest first. */
  private List<Resource> owned(Target owner, String kind, List<Integer> pick) {
    List<Resource> all = play.object(owner).map(Meta::uid).stream()
        .flatMap(uid -> play.view().ownedBy(uid).stream())
        .filter(object -> object.kind().equals(kind))
        .toList();
    return pick.isEmpty()
        ? all
        : pick.stream()
            .filter(place -> place <= all.size())
            .map(place -> all.get(place - 1))
            .toList();
  }

  void find(String kind, String selector) {
    LabelQuery query = LabelQuery.parse(selector);
    long count = play.ofKind(kind).stream()
        .filter(object -> query.matches(object.labels()))
        .count();
    play.found(kind, selector, count);
  }

  private void on(Target target, Function<Resource, Answer> action) {
    play.answered(play.object(target)
        .map(action)
        .orElseGet(() -> Answer.refused(404, "NotFound", target + " is not there")));
  }
}
