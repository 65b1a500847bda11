package dev.seaworthy.lint.check;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.api.ResourceNames;
import dev.seaworthy.graph.Container;
import dev.seaworthy.graph.InputObject;
import dev.seaworthy.graph.ResourceGraph;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import java.util.HashSet;
import java.util.Set;

/**
 * Texts of an input that programs may read as names of objects: one that equals a name may be a
 * reference. Those of custom resources, of ConfigMaps, of annotations, of the arguments and the
 * environment of containers, and of roles that are about single objects; alone or behind a
 * namespace ({@code shop/web}) or a flag ({@code --config=web}).
 */
record MentionedNames(Set<String> texts) {

  private static final GroupKind CONFIG_MAP = GroupKind.of("", "ConfigMap");

  private static final Set<GroupKind> ROLES = Set.of(
      GroupKind.of("rbac.authorization.k8s.io", "Role"),
      GroupKind.of("rbac.authorization.k8s.io", "ClusterRole"));

  /** No name of an object is longer. */
  private static final int LONGEST_NAME = 253;

  /** What Helm keeps of a release: its name is nobody's choice of an object. */
  private static final String OF_HELM = "meta.helm.sh/";

  /** What a HelmRelease writes for its own name, in the values of a chart that fills it in. */
  private static final String OWN_NAME = "{{ .Release.Name }}";

  static MentionedNames of(ResourceGraph graph) {
    MentionedNames names = new MentionedNames(new HashSet<>());
    graph.objects().forEach(names::addFrom);
    return names;
  }

  private void addFrom(InputObject object) {
    if (!ResourceNames.builtIn().isGroup(object.kind().group())) {
      collect(object.resource().root().get("spec"), object.name());
    } else if (object.kind().equals(CONFIG_MAP)) {
      collect(object.resource().root().get("data"), "");
    } else if (ROLES.contains(object.kind())) {
      object
          .resource()
          .root()
          .get("rules")
          .items()
          .forEach(rule -> collect(rule.get("resourceNames"), ""));
    }
    object.resource().annotations().forEach((key, value) -> addAnnotation(key, value, object));
    object.template().ifPresent(template -> {
      for (Container container : template.containers()) {
        collect(container.node().get("command"), "");
        collect(container.node().get("args"), "");
        container.node().get("env").items().forEach(entry -> collect(entry.get("value"), ""));
      }
    });
  }

  /** By annotations other programs are told of what to take, as of a Secret for logging in. */
  private void addAnnotation(String key, String value, InputObject object) {
    if (!key.startsWith(OF_HELM) && !value.equals(object.name())) {
      add(value, object.name());
    }
  }

  private void collect(Node node, String owner) {
    if (node instanceof Mapping mapping) {
      mapping.entries().forEach(entry -> collect(entry.value(), owner));
    } else if (node.isString()) {
      add(node.text(), owner);
    } else {
      node.items().forEach(item -> collect(item, owner));
    }
  }

  private void add(String text, String owner) {
    if (text.indexOf(OWN_NAME) >= 0) {
      texts.add(text.replace(OWN_NAME, owner));
    } else if (text.indexOf('\n') < 0 && text.length() <= 2 * LONGEST_NAME) {
      texts.add(text);
      texts.add(text.substring(text.lastIndexOf('/') + 1));
      texts.add(text.substring(text.lastIndexOf('=') + 1));
    }
  }
}
