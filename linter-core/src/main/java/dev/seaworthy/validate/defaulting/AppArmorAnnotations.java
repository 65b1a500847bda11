package dev.seaworthy.validate.defaulting;

import dev.seaworthy.manifest.Absent;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.manifest.Sequence;
import dev.seaworthy.validate.field.Errors;
import java.util.ArrayList;
import java.util.List;

/** AppArmor profiles in annotations, the old way: the server writes them into the fields. */
final class AppArmorAnnotations {

  private static final String PREFIX = "container.apparmor.security.beta.kubernetes.io/";
  private static final String FIELD = "appArmorProfile";

  private AppArmorAnnotations() {}

  static Mapping intoFields(Mapping spec, Node annotations, Errors errors) {
    boolean any = annotations.entries().stream().anyMatch(e -> e.key().startsWith(PREFIX));
    if (!any || spec.at("os", "name").text().equals("windows")) {
      return spec;
    }
    boolean podHasProfile = spec.at("securityContext", FIELD).isPresent();
    Mapping changed = spec;
    for (String list : List.of("initContainers", "containers")) {
      if (!podHasProfile && spec.get(list) instanceof Sequence containers) {
        List<Node> with = new ArrayList<>();
        containers.items().forEach(one -> with.add(withProfile(one, annotations, errors)));
        changed = changed.with(list, new Sequence(with, containers.span()));
      }
    }
    return changed;
  }

  private static Node withProfile(Node node, Node annotations, Errors errors) {
    Node annotation = annotations.get(PREFIX + node.get("name").text());
    if (!(node instanceof Mapping container)
        || annotation.text().isEmpty()
        || container.at("securityContext", FIELD).isPresent()) {
      return node;
    }
    errors.warn(
        FieldPath.of("metadata", "annotations")
            .key(PREFIX + container.get("name").text()),
        "old-annotation",
        "is deprecated since 1.30; use the field appArmorProfile");
    Mapping context =
        container.get("securityContext") instanceof Mapping given ? given : Mapping.EMPTY;
    Node profile = profile(annotation.text());
    return profile.isAbsent()
        ? container
        : container.with("securityContext", context.with(FIELD, profile));
  }

  private static Node profile(String text) {
    if (text.startsWith("localhost/") && text.length() > "localhost/".length()) {
      return Mapping.of(
          "type", Scalar.of("Localhost"),
          "localhostProfile", Scalar.of(text.substring("localhost/".length())));
    }
    return switch (text) {
      case "runtime/default" -> Mapping.of("type", Scalar.of("RuntimeDefault"));
      case "unconfined" -> Mapping.of("type", Scalar.of("Unconfined"));
      default -> Absent.INSTANCE;
    };
  }
}
