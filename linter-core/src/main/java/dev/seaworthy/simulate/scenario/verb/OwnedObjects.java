package dev.seaworthy.simulate.scenario.verb;

import dev.seaworthy.api.Resource;
import dev.seaworthy.simulate.object.Meta;
import dev.seaworthy.simulate.scenario.language.Arguments;
import dev.seaworthy.simulate.scenario.language.SelectionReader;
import dev.seaworthy.simulate.scenario.language.StepContext;
import dev.seaworthy.simulate.scenario.language.Target;
import java.util.List;

/**
 * Objects that another one controls.
 *
 * @param pick their places in order of creation, from 1; empty for all
 */
record OwnedObjects(Target owner, String kind, List<Integer> pick) {

  OwnedObjects {
    pick = List.copyOf(pick);
  }

  static OwnedObjects read(Arguments in) {
    return new OwnedObjects(in.target("of"), in.required("kind"), SelectionReader.picks(in));
  }

  List<Resource> on(StepContext context) {
    List<Resource> all = context.object(owner).map(Meta::uid).stream()
        .flatMap(uid -> context.view().ownedBy(uid).stream())
        .filter(object -> object.kind().equals(kind))
        .toList();
    return pick.isEmpty()
        ? all
        : pick.stream()
            .filter(place -> place <= all.size())
            .map(place -> all.get(place - 1))
            .toList();
  }
}
