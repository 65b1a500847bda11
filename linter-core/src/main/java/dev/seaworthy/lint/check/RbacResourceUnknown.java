package dev.seaworthy.lint.check;

import dev.seaworthy.api.ResourceNames;
import dev.seaworthy.diagnostic.Severity;
import dev.seaworthy.graph.CustomResources;
import dev.seaworthy.graph.InputObject;
import dev.seaworthy.lint.Finding;
import dev.seaworthy.lint.RelationCheck;
import dev.seaworthy.lint.RelationContext;
import dev.seaworthy.lint.Repair;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.manifest.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Access rules about resources that there are not: they allow nothing, and nobody is told. */
final class RbacResourceUnknown implements RelationCheck {

  /** The resource that was meant, and the groups that have it: none where nothing tells. */
  private record Meant(String plural, List<String> groups) {

    static Meant by(String resource, RoleEntry entry, CustomResources custom) {
      return entry.groups().stream()
          .flatMap(group -> ResourceAliases.meantIn(group, resource, custom)
              .map(plural -> new Meant(plural, List.of(group)))
              .stream())
          .findFirst()
          .orElseGet(() -> ofKubernetes(ResourceAliases.plural(resource, custom)));
    }

    private static Meant ofKubernetes(String plural) {
      return new Meant(plural, ResourceNames.builtIn().groupsOf(plural));
    }
  }

  @Override
  public List<Finding> check(InputObject role, RelationContext context) {
    CustomResources custom = context.graph().customResources();
    List<Finding> findings = new ArrayList<>();
    List<RoleEntry> entries = RoleEntry.of(role);
    for (RoleEntry entry : entries) {
      if (!entry.groups().isEmpty() && !entry.groups().contains(RoleEntry.ANY)) {
        for (int i = 0; i < entry.resources().size(); i++) {
          check(role, entries, entry, i, custom).ifPresent(findings::add);
        }
      }
    }
    return findings;
  }

  private static Optional<Finding> check(
      InputObject role,
      List<RoleEntry> entries,
      RoleEntry entry,
      int index,
      CustomResources custom) {
    String resource = ResourceAliases.whole(entry.resources().get(index));
    FieldPath place = entry.path().child("resources").index(index);
    if (resource.equals(RoleEntry.ANY)) {
      return Optional.empty();
    }
    List<String> fitting = entry.groups().stream()
        .filter(group -> ResourceAliases.mayBe(group, resource, custom))
        .toList();
    if (fitting.isEmpty()) {
      return Optional.of(unknown(role, entry, place, resource, custom));
    }
    return fitting.stream()
        .filter(group -> ResourceAliases.movedTo(group, resource).isPresent())
        .findFirst()
        .map(group -> moved(role, entries, place, resource, group));
  }

  private static Finding moved(
      InputObject role, List<RoleEntry> entries, FieldPath place, String resource, String group) {
    String now = ResourceAliases.movedTo(group, resource).orElse("");
    Finding finding = Finding.at(
        role, place, resource + " are in " + named(now) + " today, no longer in " + named(group));
    // Beside the group of today the old one is kept for clusters that are older.
    return entries.stream().anyMatch(entry -> entry.isAbout(now, resource))
        ? finding.withSeverity(Severity.INFO)
        : finding;
  }

  private static Finding unknown(
      InputObject role, RoleEntry entry, FieldPath place, String resource, CustomResources custom) {
    Meant meant = Meant.by(resource, entry, custom);
    String plural = meant.plural();
    List<String> groups = meant.groups();
    String where = String.join(
        ", ", entry.groups().stream().map(RbacResourceUnknown::named).toList());
    Finding finding = Finding.at(
        role, place, "there is no resource '" + resource + "' in " + where + hint(plural, groups));
    if (groups.isEmpty()) {
      return finding;
    }
    Finding advised = finding.withRemedy("Write " + plural + ", with the API group "
        + (groups.get(0).isEmpty() ? "\"\"" : groups.get(0)) + ".");
    boolean isAllThatIsWrong = groups.containsAll(entry.groups())
        && role.at(place).text().equals(resource)
        && !entry.resources().contains(plural);
    return isAllThatIsWrong
        ? advised.withRepair(Repair.inMeaning().put(place, Scalar.of(plural)))
        : advised;
  }

  private static String hint(String plural, List<String> groups) {
    return groups.isEmpty()
        ? ""
        : "; " + plural + " are in "
            + String.join(
                " and ", groups.stream().map(RbacResourceUnknown::named).toList());
  }

  private static String named(String group) {
    return group.isEmpty() ? "the core group" : group;
  }
}
