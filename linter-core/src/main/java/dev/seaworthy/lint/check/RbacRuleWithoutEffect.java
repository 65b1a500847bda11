package dev.seaworthy.lint.check;

import dev.seaworthy.api.ResourceNames;
import dev.seaworthy.graph.CustomResources;
import dev.seaworthy.graph.InputObject;
import dev.seaworthy.lint.Finding;
import dev.seaworthy.lint.RelationCheck;
import dev.seaworthy.lint.RelationContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Access rules, or parts of them, that never apply. */
final class RbacRuleWithoutEffect implements RelationCheck {

  /** Requests of these name no object, so that no name can be compared. */
  private static final Set<String> WITHOUT_NAME = Set.of("create", "deletecollection");

  private static final Set<String> USUAL = Set.of(
      "*", "get", "list", "watch", "create", "update", "patch", "delete", "deletecollection");

  /** Verbs that only some resources have, and that webhooks and policies may ask for anywhere. */
  private static final Set<String> SPECIAL =
      Set.of("bind", "escalate", "impersonate", "approve", "sign", "attest", "use", "proxy");

  /**
   * What the server puts before the verb where a driver of devices writes the status of a claim: it
   * asks for {@code associated-node:update} of {@code resourceclaims/driver}.
   */
  private static final List<String> OF_DRIVERS = List.of("associated-node:", "arbitrary-node:");

  /**
   * Verbs that admission asks for in the namespace of the pods at hand, as of security context
   * constraints.
   */
  private static final Set<String> ASKED_IN_NAMESPACES = Set.of("use");

  /** Requests of these name no namespace. */
  private static final Set<String> LISTING_OR_MAKING =
      Set.of("list", "watch", "create", "deletecollection");

  @Override
  public List<Finding> check(InputObject role, RelationContext context) {
    List<Finding> findings = new ArrayList<>();
    CustomResources custom = context.graph().customResources();
    for (RoleEntry entry : RoleEntry.of(role)) {
      names(entry)
          .or(() -> scope(role, entry, custom))
          .or(() -> verbs(entry))
          .map(message -> Finding.at(role, entry.path(), message))
          .ifPresent(findings::add);
    }
    return findings;
  }

  private static Optional<String> names(RoleEntry entry) {
    return entry.isLimitedToNames()
            && !entry.verbs().isEmpty()
            && entry.resources().stream().noneMatch(RbacRuleWithoutEffect::isPartOfObject)
            && WITHOUT_NAME.containsAll(entry.verbs())
        ? Optional.of("a request to create has no name yet that resourceNames could allow")
        : Optional.empty();
  }

  /** What is made below an object is asked for under that object's name, such as a token of an account. */
  private static boolean isPartOfObject(String resource) {
    return resource.contains("/");
  }

  private static Optional<String> scope(InputObject role, RoleEntry entry, CustomResources custom) {
    boolean inNamespace = role.kind().kind().equals("Role");
    if (!inNamespace || ASKED_IN_NAMESPACES.containsAll(entry.verbs())) {
      return Optional.empty();
    }
    return entry.resources().stream()
        .map(ResourceAliases::whole)
        .filter(resource -> isClusterScoped(entry, resource, custom))
        .filter(resource -> !isOwnNamespace(resource, entry))
        .findFirst()
        .map(resource ->
            resource + " live outside namespaces, so a Role cannot allow anything of them");
  }

  /** The server asks whether one may get a namespace, or change it, in that namespace itself. */
  private static boolean isOwnNamespace(String resource, RoleEntry entry) {
    return resource.equals("namespaces") && !LISTING_OR_MAKING.containsAll(entry.verbs());
  }

  private static boolean isClusterScoped(RoleEntry entry, String resource, CustomResources custom) {
    boolean own = entry.groups().stream()
        .flatMap(group -> ResourceNames.builtIn().find(group, resource).stream())
        .anyMatch(known -> !known.namespaced() && known.movedTo().isEmpty());
    boolean defined = entry.groups().stream()
        .map(group -> custom.in(group).get(resource))
        .anyMatch(known -> known != null && !known.namespaced());
    return own || defined;
  }

  private static Optional<String> verbs(RoleEntry entry) {
    boolean ownGroups =
        entry.groups().stream().allMatch(group -> ResourceNames.builtIn().isGroup(group));
    return entry.verbs().stream()
        .filter(verb -> ownGroups && !entry.resources().isEmpty())
        .filter(verb -> !USUAL.contains(verb) && !SPECIAL.contains(verb))
        .filter(verb -> OF_DRIVERS.stream().noneMatch(verb::startsWith))
        .findFirst()
        .map(verb -> "no request has the verb '" + verb + "'");
  }
}
