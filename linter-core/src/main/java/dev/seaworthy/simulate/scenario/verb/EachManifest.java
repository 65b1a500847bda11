package dev.seaworthy.simulate.scenario.verb;

import dev.seaworthy.simulate.scenario.language.Manifest;
import dev.seaworthy.simulate.scenario.language.Stage;
import dev.seaworthy.simulate.scenario.language.Step;
import java.util.List;
import java.util.function.BiConsumer;

/** Something that is done with each object of files, in the order written. */
record EachManifest(List<String> manifests, BiConsumer<Stage, Manifest> action) implements Step {

  EachManifest {
    manifests = List.copyOf(manifests);
  }

  @Override
  public void on(Stage stage) {
    for (String file : manifests) {
      stage.manifests(file).forEach(manifest -> action.accept(stage, manifest));
    }
  }
}
