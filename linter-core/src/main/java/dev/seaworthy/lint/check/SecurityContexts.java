package dev.seaworthy.lint.check;

import dev.seaworthy.graph.Container;
import dev.seaworthy.graph.PodTemplate;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.manifest.Node;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The security contexts of pods: where their fields stand, and which of two counts for a container. */
final class SecurityContexts {

  private static final String CONTEXT = "securityContext";

  private SecurityContexts() {}

  static FieldPath ofPod(PodTemplate template) {
    return template.specPath().child(CONTEXT);
  }

  static FieldPath of(Container container) {
    return container.path().child(CONTEXT);
  }

  static boolean has(Container container) {
    return container.node().get(CONTEXT).isPresent();
  }

  /** The pod's, and that of each container. */
  static List<FieldPath> all(PodTemplate template) {
    List<FieldPath> all = new ArrayList<>();
    all.add(ofPod(template));
    template.containers().forEach(container -> all.add(of(container)));
    return all;
  }

  /** Where {@code field} stands that counts for the container: its own, else the pod's. */
  static FieldPath deciding(PodTemplate template, Container container, String field) {
    Node own = container.node().at(CONTEXT, field);
    Node ofPod = template.spec().at(CONTEXT, field);
    return (own.isAbsent() && ofPod.isPresent() ? ofPod(template) : of(container)).child(field);
  }

  /** The places where {@code field} stands that counts for some container, each once. */
  static Set<FieldPath> deciding(PodTemplate template, String field) {
    Set<FieldPath> places = new LinkedHashSet<>();
    for (Container container : template.containers()) {
      places.add(deciding(template, container, field));
    }
    return places;
  }
}
