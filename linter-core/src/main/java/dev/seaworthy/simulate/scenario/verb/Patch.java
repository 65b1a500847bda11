package dev.seaworthy.simulate.scenario.verb;

import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.simulate.scenario.language.Arguments;
import dev.seaworthy.simulate.scenario.language.Stage;
import dev.seaworthy.simulate.scenario.language.Step;
import dev.seaworthy.simulate.scenario.language.Target;
import dev.seaworthy.simulate.scenario.language.Verb;
import dev.seaworthy.simulate.server.Answer;
import dev.seaworthy.simulate.store.ObjectKey;
import java.util.List;

/** {@code patch}. */
final class Patch implements Verb {

  @Override
  public List<String> names() {
    return List.of("patch");
  }

  @Override
  public String example() {
    return "{target: Deployment/web, type: merge, patch: {spec: {paused: true}}}";
  }

  @Override
  public String description() {
    return "Patches an object. type: merge (the default), strategic or json; subresource: "
        + "status.";
  }

  @Override
  public Step read(Arguments in) {
    Target target = in.target();
    Node patch = in.field("patch");
    String subresource = in.text("subresource");
    String type = in.text("type");
    return switch (type) {
      case "", "merge" ->
        stage ->
            stage.on(target, object -> stage.api().patch(ObjectKey.of(object), patch, subresource));
      case "strategic" ->
        stage -> stage.on(target, object -> stage.api().update(Patches.strategic(object, patch)));
      case "json" -> stage -> stage.on(target, object -> json(stage, object, patch));
      default -> {
        in.problem(in.field("type"), "'type' must be merge, strategic or json");
        yield stage -> {};
      }
    };
  }

  private static Answer json(Stage stage, Resource object, Node operations) {
    return Patches.json(object, operations)
        .map(stage.api()::update)
        .orElseGet(() -> Answer.refused(422, "Invalid", "the JSON patch does not fit the object"));
  }
}
