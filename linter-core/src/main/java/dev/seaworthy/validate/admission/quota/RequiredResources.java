package dev.seaworthy.validate.admission.quota;

import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.validate.field.CauseType;
import dev.seaworthy.validate.field.FieldError;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Where a quota limits processors or memory, each container must say how much it takes. */
public final class RequiredResources {

  private static final Set<String> REQUIRED =
      Set.of("cpu", "memory", "requests.cpu", "requests.memory", "limits.cpu", "limits.memory");

  private RequiredResources() {}

  /**
   * What containers of a pod leave out of what {@code limited} asks them to say; nothing where the pod
   * says what it takes as a whole.
   */
  public static List<FieldError> missing(Node spec, Set<String> limited) {
    List<FieldError> missing = new ArrayList<>();
    if (isSized(spec.get("resources"))) {
      return missing;
    }
    for (String field : List.of("containers", "initContainers")) {
      List<Node> containers = spec.get(field).items();
      for (int i = 0; i < containers.size(); i++) {
        Set<String> named = Usage.named(containers.get(i));
        FieldPath resources = FieldPath.of("spec", field).index(i).child("resources");
        limited.stream()
            .filter(name -> REQUIRED.contains(name) && !named.contains(name))
            .forEach(name -> missing.add(missing(resources, name)));
      }
    }
    return missing;
  }

  private static boolean isSized(Node resources) {
    return Stream.of("requests", "limits")
        .flatMap(list -> resources.get(list).entries().stream())
        .map(Mapping.Entry::key)
        .anyMatch(
            name -> name.equals("cpu") || name.equals("memory") || name.startsWith("hugepages-"));
  }

  private static FieldError missing(FieldPath resources, String name) {
    String list = name.startsWith("limits.") ? "limits" : "requests";
    String resource = name.substring(name.indexOf('.') + 1);
    return FieldError.of(
        CauseType.FORBIDDEN,
        resources.child(list).key(resource),
        name,
        "must be given where " + name + " is limited");
  }
}
