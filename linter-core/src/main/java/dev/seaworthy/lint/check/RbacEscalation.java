package dev.seaworthy.lint.check;

import dev.seaworthy.graph.InputObject;
import dev.seaworthy.lint.CheckContext;
import dev.seaworthy.lint.Finding;
import dev.seaworthy.lint.ObjectCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Roles by which somebody can get more rights than the role itself gives. */
final class RbacEscalation implements ObjectCheck {

  private static final String RBAC = "rbac.authorization.k8s.io";
  private static final String ADMISSION = "admissionregistration.k8s.io";
  private static final String CERTIFICATES = "certificates.k8s.io";
  private static final List<String> CHANGE = List.of("update", "patch");
  private static final List<String> WRITE = List.of("create", "update", "patch");

  /**
   * A way to more rights.
   *
   * @param verbs any of which opens it; empty for every verb
   * @param byName whether it is open even if the entry names single objects
   */
  private record Way(
      String group, List<String> resources, List<String> verbs, boolean byName, String leadsTo) {

    boolean isOpenedBy(RoleEntry entry, boolean inNamespace) {
      boolean verb = verbs.isEmpty() ? !entry.verbs().isEmpty() : entry.allowsAny(verbs);
      return verb
          && (byName || !entry.isLimitedToNames())
          && resources.stream()
              .filter(resource -> !inNamespace || !OUTSIDE_NAMESPACES.contains(resource))
              .anyMatch(resource -> entry.isAbout(group, resource));
    }
  }

  /** A Role allows nothing of these, whatever it says. */
  private static final Set<String> OUTSIDE_NAMESPACES = Set.of(
      "clusterroles",
      "clusterrolebindings",
      "users",
      "groups",
      "userextras",
      "userextras/*",
      "uids",
      "nodes/proxy",
      "mutatingwebhookconfigurations",
      "validatingwebhookconfigurations",
      "mutatingadmissionpolicies",
      "mutatingadmissionpolicybindings",
      "validatingadmissionpolicies",
      "validatingadmissionpolicybindings");

  private static final List<Way> WAYS = List.of(
      new Way(
          RBAC,
          List.of("roles", "clusterroles"),
          List.of("escalate"),
          true,
          "write roles with rights that they don't have"),
      new Way(
          RBAC,
          List.of("roles", "clusterroles"),
          List.of("bind"),
          false,
          "give themselves any role"),
      new Way(
          RBAC,
          List.of("roles", "clusterroles", "rolebindings", "clusterrolebindings"),
          WRITE,
          false,
          "change who may do what"),
      new Way(
          "",
          List.of("users", "groups", "serviceaccounts"),
          List.of("impersonate"),
          true,
          "act as somebody else"),
      new Way(
          "authentication.k8s.io",
          List.of("userextras", "userextras/*", "uids"),
          List.of("impersonate"),
          true,
          "act as somebody else"),
      new Way(
          "",
          List.of("serviceaccounts/token"),
          List.of("create"),
          true,
          "make tokens of other accounts"),
      new Way("", List.of("nodes/proxy"), List.of(), true, "run commands in every pod of a node"),
      new Way(
          "",
          List.of("services/status"),
          CHANGE,
          true,
          "lead traffic of any address to themselves"),
      new Way(
          "",
          List.of("pods/ephemeralcontainers"),
          CHANGE,
          true,
          "enter running pods with containers of their own"),
      new Way(
          ADMISSION,
          List.of(
              "mutatingwebhookconfigurations",
              "validatingwebhookconfigurations",
              "mutatingadmissionpolicies",
              "mutatingadmissionpolicybindings",
              "validatingadmissionpolicies",
              "validatingadmissionpolicybindings"),
          WRITE,
          false,
          "see and change whatever anybody applies"));

  private static final List<String> SIGNING = List.of("approve", "sign");
  private static final List<String> REQUESTS =
      List.of("certificatesigningrequests/approval", "certificatesigningrequests/status");

  @Override
  public List<Finding> check(InputObject role, CheckContext context) {
    List<Finding> findings = new ArrayList<>();
    List<RoleEntry> entries =
        BuiltInRoles.isLeftOut(role, context.parameter("builtin")) ? List.of() : RoleEntry.of(role);
    boolean inNamespace = role.kind().kind().equals("Role");
    boolean answersRequests = !inNamespace
        && entries.stream()
            .anyMatch(entry -> entry.allowsAny(CHANGE)
                && REQUESTS.stream().anyMatch(resource -> entry.isAbout(CERTIFICATES, resource)));
    for (RoleEntry entry : entries) {
      List<String> ways = ways(entry, answersRequests, inNamespace);
      if (!ways.isEmpty()) {
        String message = "whoever has this role may " + String.join(", and ", ways);
        findings.add(Finding.at(role, entry.path(), message));
      }
    }
    return findings;
  }

  /** Two permissions together make certificates; the one about signers is told of. */
  private static List<String> ways(RoleEntry entry, boolean answersRequests, boolean inNamespace) {
    boolean signs =
        answersRequests && entry.isAbout(CERTIFICATES, "signers") && entry.allowsAny(SIGNING);
    return Stream.concat(
            WAYS.stream().filter(way -> way.isOpenedBy(entry, inNamespace)).map(Way::leadsTo),
            signs ? Stream.of("make certificates for anybody") : Stream.of())
        .distinct()
        .toList();
  }
}
