package dev.seaworthy.validate;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.api.Release;
import dev.seaworthy.api.ResourceType;
import dev.seaworthy.api.crd.CustomStruct;
import dev.seaworthy.validate.format.AddressFormat;
import dev.seaworthy.validate.format.NameFormat;
import dev.seaworthy.validate.format.StringFormat;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * In what the metadata of a kind's objects differs from that of most, whose names are DNS
 * subdomains.
 *
 * @param name the form of the name
 * @param limit how many bytes a name may have beyond what the form says
 * @param judgesPrefix whether {@code generateName} is judged apart from the name made of it
 * @param knowsFinalizers whether finalizers without a domain must be among the well-known ones
 * @param countsGenerations whether the server counts generations and so ignores the client's
 * @param stored whether objects are stored at all; reviews are answered, and their metadata ignored
 */
record MetaRule(
    StringFormat name,
    int limit,
    boolean judgesPrefix,
    boolean knowsFinalizers,
    boolean countsGenerations,
    boolean stored) {

  private static final int NO_LIMIT = Integer.MAX_VALUE;

  /** A Job's name has to take a dash and a minute of the epoch more. */
  private static final int CRON_JOB_LIMIT = 52;

  private static final String RBAC = "rbac.authorization.k8s.io";
  private static final String ADMISSION = "admissionregistration.k8s.io";
  private static final String EXTENSIONS = "apiextensions.k8s.io";

  private static final GroupKind CONTROLLER = GroupKind.of("", "ReplicationController");
  private static final GroupKind POD = GroupKind.of("", "Pod");
  private static final GroupKind SERVICE = GroupKind.of("", "Service");

  private static final int CONTROLLERS_UNPREFIXED_SINCE = 34;
  private static final int PODS_COUNTED_SINCE = 33;

  /** The release in which RelaxedServiceNameValidation became the default. */
  private static final int SERVICES_START_WITH_DIGITS_SINCE = 36;

  private static final Map<GroupKind, StringFormat> NAMES = Map.ofEntries(
      Map.entry(GroupKind.of("", "Namespace"), NameFormat.DNS1123_LABEL),
      Map.entry(SERVICE, NameFormat.DNS1123_LABEL),
      Map.entry(GroupKind.of("apps", "StatefulSet"), NameFormat.DNS1123_LABEL),
      Map.entry(GroupKind.of("networking.k8s.io", "IPAddress"), AddressFormat.IP_STRICT),
      segment("", "Event"),
      segment("apiregistration.k8s.io", "APIService"),
      segment("certificates.k8s.io", "ClusterTrustBundle"),
      segment("certificates.k8s.io", "CertificateSigningRequest"),
      segment("policy", "PodDisruptionBudget"),
      segment(RBAC, "Role"),
      segment(RBAC, "ClusterRole"),
      segment(RBAC, "RoleBinding"),
      segment(RBAC, "ClusterRoleBinding"));

  /** Kinds whose own validation passes over metadata: the store asks for it where all else is well. */
  private static final Set<GroupKind> JUDGED_LAST = Set.of(
      GroupKind.of("", "Event"),
      GroupKind.of("events.k8s.io", "Event"),
      GroupKind.of("policy", "PodDisruptionBudget"));

  private static final Set<GroupKind> NO_PREFIX =
      Set.of(CONTROLLER, GroupKind.of("resource.k8s.io", "DeviceClass"));

  /** These groups' checks are not built on those of the core. */
  private static final Set<String> NO_FINALIZERS =
      Set.of(EXTENSIONS, "apiregistration.k8s.io", ADMISSION, "policy");

  private static final Map<String, Set<String>> GENERATIONS = Map.of(
      "",
      Set.of("Pod", "PodTemplate", "ReplicationController"),
      "apps",
      Set.of("Deployment", "DaemonSet", "ReplicaSet", "StatefulSet"),
      "batch",
      Set.of("Job", "CronJob"),
      "policy",
      Set.of("PodDisruptionBudget"),
      "networking.k8s.io",
      Set.of("Ingress", "IngressClass", "NetworkPolicy"),
      "flowcontrol.apiserver.k8s.io",
      Set.of("FlowSchema", "PriorityLevelConfiguration"),
      "resource.k8s.io",
      Set.of("DeviceTaintRule", "DeviceClass", "ResourceSlice"),
      "discovery.k8s.io",
      Set.of("EndpointSlice"),
      "scheduling.k8s.io",
      Set.of("PriorityClass"),
      "autoscaling",
      Set.of("HorizontalPodAutoscaler"));

  private static final Map<GroupKind, MetaRule> SPECIAL = special();

  private static Map.Entry<GroupKind, StringFormat> segment(String group, String kind) {
    return Map.entry(GroupKind.of(group, kind), NameFormat.PATH_SEGMENT_NAME);
  }

  private static Map<GroupKind, MetaRule> special() {
    Map<GroupKind, MetaRule> special = new HashMap<>();
    NAMES.keySet().forEach(kind -> special.put(kind, make(kind)));
    NO_PREFIX.forEach(kind -> special.put(kind, make(kind)));
    GENERATIONS.forEach((group, kinds) -> kinds.stream()
        .map(kind -> GroupKind.of(group, kind))
        .forEach(kind -> special.put(kind, make(kind))));
    return Map.copyOf(special);
  }

  /** A custom kind, whatever its group is called: no built-in check knows it. */
  private static final MetaRule CUSTOM =
      new MetaRule(NameFormat.DNS1123_SUBDOMAIN, NO_LIMIT, true, false, true, true);

  static MetaRule of(ResourceType type) {
    return type.struct() instanceof CustomStruct ? CUSTOM : of(type.gvk().groupKind());
  }

  /** Whether metadata of new objects is judged only where nothing else is wrong. */
  static boolean isJudgedLast(ResourceType type) {
    return JUDGED_LAST.contains(type.gvk().groupKind());
  }

  /** The rule as a release has it. */
  static MetaRule of(ResourceType type, Release release) {
    return of(type).in(type.gvk().groupKind(), release);
  }

  static MetaRule of(GroupKind kind) {
    MetaRule special = SPECIAL.get(kind);
    return special != null ? special : make(kind);
  }

  private MetaRule in(GroupKind kind, Release release) {
    if (kind.equals(SERVICE) && release.minor() < SERVICES_START_WITH_DIGITS_SINCE) {
      return new MetaRule(
          NameFormat.DNS1035_LABEL,
          limit,
          judgesPrefix,
          knowsFinalizers,
          countsGenerations,
          stored);
    }
    if (kind.equals(CONTROLLER) && release.minor() < CONTROLLERS_UNPREFIXED_SINCE) {
      return new MetaRule(name, limit, true, knowsFinalizers, countsGenerations, stored);
    }
    if (kind.equals(POD) && release.minor() < PODS_COUNTED_SINCE) {
      return new MetaRule(name, limit, judgesPrefix, knowsFinalizers, false, stored);
    }
    return this;
  }

  private static MetaRule make(GroupKind kind) {
    String group = kind.group();
    boolean review = group.equals("authentication.k8s.io")
        || group.equals("authorization.k8s.io")
        || kind.equals(GroupKind.of("", "Binding"));
    return new MetaRule(
        NAMES.getOrDefault(kind, NameFormat.DNS1123_SUBDOMAIN),
        kind.equals(GroupKind.of("batch", "CronJob")) ? CRON_JOB_LIMIT : NO_LIMIT,
        !NO_PREFIX.contains(kind),
        !NO_FINALIZERS.contains(group) && !kind.equals(GroupKind.of("", "Event")),
        group.equals(EXTENSIONS)
            || group.equals(ADMISSION)
            || isCustom(group)
            || GENERATIONS.getOrDefault(group, Set.of()).contains(kind.kind()),
        !review);
  }

  private static boolean isCustom(String group) {
    return group.indexOf('.') >= 0 && !group.endsWith("k8s.io");
  }

  List<String> problems(String text) {
    List<String> problems = name.problems(text);
    if (text.length() <= limit) {
      return problems;
    }
    List<String> more = new ArrayList<>(problems);
    more.add("must be no more than " + limit + " characters");
    return more;
  }

  /** What is wrong with the start of a name to which letters will be added: it may end in a dash. */
  List<String> prefixProblems(String prefix) {
    if (name == NameFormat.PATH_SEGMENT_NAME) {
      return NameFormat.PATH_SEGMENT_PREFIX.problems(prefix);
    }
    boolean masked = prefix.length() > 1 && prefix.endsWith("-");
    return name.problems(masked ? prefix.substring(0, prefix.length() - 2) + "a" : prefix);
  }
}
