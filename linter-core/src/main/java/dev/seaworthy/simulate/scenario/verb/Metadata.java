package dev.seaworthy.simulate.scenario.verb;

import dev.seaworthy.api.ObjectKey;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.simulate.scenario.language.Arguments;
import dev.seaworthy.simulate.scenario.language.PodSelection;
import dev.seaworthy.simulate.scenario.language.SelectionReader;
import dev.seaworthy.simulate.scenario.language.Step;
import dev.seaworthy.simulate.scenario.language.Target;

/** Labels and annotations of a named object or of pods. */
final class Metadata {

  private Metadata() {}

  /** Sets what stands under {@code field}; {@code null} removes an entry. */
  static Step read(Arguments in, String field) {
    Mapping values = in.requiredField(field) instanceof Mapping mapping ? mapping : Mapping.EMPTY;
    Mapping patch = Mapping.of("metadata", Mapping.of(field, values));
    if (in.field("target").isPresent()) {
      Target target = in.target("target");
      return context ->
          context.on(target, object -> context.api().patch(ObjectKey.of(object), patch));
    }
    PodSelection pods = SelectionReader.pods(in.at("pods"));
    return context -> context
        .require(pods)
        .forEach(pod -> context.answered(context.api().patch(ObjectKey.of(pod), patch)));
  }
}
