package dev.seaworthy.lint.check;

import dev.seaworthy.graph.InputObject;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.manifest.Node;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** One of the rules of a Role or ClusterRole: what may be done with what. Each counts by itself. */
record RoleEntry(
    FieldPath path,
    Set<String> groups,
    List<String> resources,
    Set<String> verbs,
    Set<String> resourceNames) {

  static final String ANY = "*";

  static List<RoleEntry> of(InputObject role) {
    List<RoleEntry> entries = new ArrayList<>();
    FieldPath rules = FieldPath.of("rules");
    List<Node> items = role.at(rules).items();
    for (int i = 0; i < items.size(); i++) {
      entries.add(new RoleEntry(
          rules.index(i),
          texts(items.get(i).get("apiGroups")),
          items.get(i).get("resources").items().stream().map(Node::text).toList(),
          texts(items.get(i).get("verbs")),
          texts(items.get(i).get("resourceNames"))));
    }
    return entries;
  }

  private static Set<String> texts(Node list) {
    Set<String> texts = new LinkedHashSet<>();
    list.items().forEach(item -> texts.add(item.text()));
    return texts;
  }

  boolean isAboutGroup(String group) {
    return groups.contains(ANY) || groups.contains(group);
  }

  /** Whether the entry speaks of the resource, which may be a subresource: {@code pods/exec}. */
  boolean isAbout(String group, String resource) {
    return isAboutGroup(group) && resources.stream().anyMatch(written -> covers(written, resource));
  }

  /** {@code *} covers all, {@code pods/*} the parts of pods, {@code *}{@code /scale} one part of all. */
  static boolean covers(String written, String resource) {
    int slash = resource.indexOf('/');
    return written.equals(ANY)
        || written.equals(resource)
        || (slash > 0
            && (written.equals(resource.substring(0, slash) + "/*")
                || written.equals("*" + resource.substring(slash))));
  }

  boolean allowsAny(Collection<String> wanted) {
    return verbs.contains(ANY) || wanted.stream().anyMatch(verbs::contains);
  }

  /** Whether it holds for single objects only. */
  boolean isLimitedToNames() {
    return !resourceNames.isEmpty();
  }

  /** Where the first of its resources stands that speaks of one of {@code wanted}. */
  FieldPath placeOfResource(String wanted) {
    for (int i = 0; i < resources.size(); i++) {
      if (covers(resources.get(i), wanted)) {
        return path.child("resources").index(i);
      }
    }
    return path;
  }
}
