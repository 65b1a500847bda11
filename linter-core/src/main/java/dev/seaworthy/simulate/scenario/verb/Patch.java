package dev.seaworthy.simulate.scenario.verb;

import dev.seaworthy.api.ObjectKey;
import dev.seaworthy.apply.PatchType;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.simulate.scenario.language.Arguments;
import dev.seaworthy.simulate.scenario.language.Step;
import dev.seaworthy.simulate.scenario.language.Target;
import dev.seaworthy.simulate.scenario.language.Verb;
import java.util.List;
import java.util.Optional;

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
        + "status, resize or ephemeralcontainers.";
  }

  @Override
  public Step read(Arguments in) {
    Target target = in.target();
    Node patch = in.requiredField("patch");
    String subresource = in.text("subresource");
    return form(in)
        .<Step>map(form -> context -> context.on(
            target, object -> context.api().patch(ObjectKey.of(object), form, patch, subresource)))
        .orElse(context -> {});
  }

  private static Optional<PatchType> form(Arguments in) {
    return switch (in.text("type")) {
      case "", "merge" -> Optional.of(PatchType.MERGE);
      case "strategic" -> Optional.of(PatchType.STRATEGIC);
      case "json" -> Optional.of(PatchType.JSON);
      default -> {
        in.problem(in.field("type"), "'type' must be merge, strategic or json");
        yield Optional.empty();
      }
    };
  }
}
