package dev.seaworthy.graph;

import dev.seaworthy.api.ObjectKey;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Lists without what repeats itself. Where many copies of an object are read together, whoever looks
 * for another object would pass all of them, once for each of them.
 */
final class FirstOfEach {

  private FirstOfEach() {}

  /** The first of each kind and name, all of one namespace; one that has a controller counts apart. */
  static List<InputObject> name(Stream<InputObject> objects) {
    Set<ObjectKey> names = new HashSet<>();
    Set<ObjectKey> ofControlled = new HashSet<>();
    List<InputObject> firsts = new ArrayList<>();
    objects.forEach(object -> {
      ObjectKey name = new ObjectKey(object.kind(), "", object.name());
      if ((object.isControlled() ? ofControlled : names).add(name)) {
        firsts.add(object);
      }
    });
    return firsts;
  }

  /** The first of each set of labels, all of one namespace: the others are selected by the same. */
  static List<PodTemplate> labels(Stream<PodTemplate> templates) {
    Set<Map<String, String>> labels = new HashSet<>();
    List<PodTemplate> firsts = new ArrayList<>();
    templates.forEach(template -> {
      if (labels.add(template.labels())) {
        firsts.add(template);
      }
    });
    return firsts;
  }
}
