package dev.seaworthy.simulate.scenario.verb;

import dev.seaworthy.simulate.scenario.language.Manifest;
import dev.seaworthy.simulate.scenario.language.Step;
import dev.seaworthy.simulate.scenario.language.StepContext;
import java.util.List;
import java.util.function.BiConsumer;

/** Something that is done with each object of files, in the order written. */
record EachManifest(List<String> manifests, BiConsumer<StepContext, Manifest> action)
    implements Step {

  EachManifest {
    manifests = List.copyOf(manifests);
  }

  @Override
  public void on(StepContext context) {
    for (String file : manifests) {
      context.manifests(file).forEach(manifest -> action.accept(context, manifest));
    }
  }
}
