package dev.seaworthy.simulate.scenario.verb;

import dev.seaworthy.apply.Applying;
import dev.seaworthy.simulate.scenario.language.Arguments;
import dev.seaworthy.simulate.scenario.language.Step;
import dev.seaworthy.simulate.scenario.language.Verb;
import java.util.List;

/** {@code apply}. */
final class Apply implements Verb {

  @Override
  public List<String> names() {
    return List.of("apply");
  }

  @Override
  public String example() {
    return "[web.yaml, service.yaml]";
  }

  @Override
  public String description() {
    return "Server-side apply of every document of the files, by one field manager, forced.";
  }

  @Override
  public Step read(Arguments in) {
    List<String> files = in.names("a file or folder");
    return new EachManifest(
        files,
        (context, manifest) ->
            context.applied(manifest, context.api().apply(manifest.sent(), Applying.SERVER_SIDE)));
  }
}
