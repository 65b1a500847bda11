package dev.seaworthy.simulate.scenario.verb;

import dev.seaworthy.simulate.scenario.language.Arguments;
import dev.seaworthy.simulate.scenario.language.Step;
import dev.seaworthy.simulate.scenario.language.Verb;
import java.util.List;

/** {@code create}. */
final class Create implements Verb {

  @Override
  public List<String> names() {
    return List.of("create", "createPod");
  }

  @Override
  public String example() {
    return "[web.yaml]";
  }

  @Override
  public String description() {
    return "Plain creation of every document of the files.";
  }

  @Override
  public Step read(Arguments in) {
    List<String> files = in.names("a file or folder");
    return new EachManifest(
        files,
        (context, manifest) -> context.applied(manifest, context.api().create(manifest.sent())));
  }
}
