package dev.seaworthy.simulate.scenario.verb;

import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.manifest.Sequence;
import dev.seaworthy.simulate.scenario.language.Arguments;
import dev.seaworthy.simulate.scenario.language.Step;
import dev.seaworthy.simulate.scenario.language.Target;
import dev.seaworthy.simulate.scenario.language.Verb;
import java.util.ArrayList;
import java.util.List;

/** {@code setImage}. */
final class SetImage implements Verb {

  private static final List<String> TEMPLATE = List.of("spec", "template", "spec", "containers");
  private static final List<String> JOB_TEMPLATE =
      List.of("spec", "jobTemplate", "spec", "template", "spec", "containers");

  @Override
  public List<String> names() {
    return List.of("setImage");
  }

  @Override
  public String example() {
    return "{target: Deployment/web, image: \"web:2\"}";
  }

  @Override
  public String description() {
    return "A new image for the first container of the pod template.";
  }

  @Override
  public Step read(Arguments in) {
    Target target = in.target();
    String image = in.required("image");
    return context -> context.on(target, object -> context.api().update(withImage(object, image)));
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
}
