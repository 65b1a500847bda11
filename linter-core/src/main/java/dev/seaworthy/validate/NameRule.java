package dev.seaworthy.validate;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.validate.format.NameFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the names of a kind's objects must look like: for most a DNS subdomain.
 *
 * @param format the form of the whole name
 * @param limit how many bytes a name may have beyond what the form says
 */
record NameRule(NameFormat format, int limit) {

  private static final int NO_LIMIT = Integer.MAX_VALUE;
  private static final String RBAC = "rbac.authorization.k8s.io";
  private static final NameRule SUBDOMAIN = new NameRule(NameFormat.DNS1123_SUBDOMAIN, NO_LIMIT);
  private static final NameRule LABEL = new NameRule(NameFormat.DNS1123_LABEL, NO_LIMIT);
  private static final NameRule SEGMENT = new NameRule(NameFormat.PATH_SEGMENT_NAME, NO_LIMIT);

  /** A Job's name has to take a dash and a minute of the epoch more. */
  private static final int CRON_JOB_LIMIT = 52;

  private static final Map<GroupKind, NameRule> RULES = Map.ofEntries(
      Map.entry(GroupKind.of("", "Namespace"), LABEL),
      Map.entry(GroupKind.of("", "Service"), LABEL),
      Map.entry(GroupKind.of("apps", "StatefulSet"), LABEL),
      Map.entry(
          GroupKind.of("batch", "CronJob"),
          new NameRule(NameFormat.DNS1123_SUBDOMAIN, CRON_JOB_LIMIT)),
      Map.entry(GroupKind.of(RBAC, "Role"), SEGMENT),
      Map.entry(GroupKind.of(RBAC, "ClusterRole"), SEGMENT),
      Map.entry(GroupKind.of(RBAC, "RoleBinding"), SEGMENT),
      Map.entry(GroupKind.of(RBAC, "ClusterRoleBinding"), SEGMENT));

  /** These groups' servers are not part of the core and know no finalizers of their own. */
  private static final Set<String> OTHER_SERVERS =
      Set.of("apiextensions.k8s.io", "apiregistration.k8s.io");

  static NameRule of(GroupKind kind) {
    return RULES.getOrDefault(kind, SUBDOMAIN);
  }

  /** Whether finalizers without a domain must be among the well-known ones. */
  static boolean knowsFinalizers(GroupKind kind) {
    return !OTHER_SERVERS.contains(kind.group());
  }

  List<String> problems(String name) {
    if (name.length() > limit && format.accepts(name)) {
      return List.of("must be no more than " + limit + " characters");
    }
    return format.problems(name);
  }

  /** What is wrong with the start of a name to which letters will be added: it may end in a dash. */
  List<String> prefixProblems(String prefix) {
    if (format == NameFormat.PATH_SEGMENT_NAME) {
      return NameFormat.PATH_SEGMENT_PREFIX.problems(prefix);
    }
    boolean masked = prefix.length() > 1 && prefix.endsWith("-");
    return format.problems(masked ? prefix.substring(0, prefix.length() - 2) + "a" : prefix);
  }
}
