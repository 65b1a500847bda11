package dev.seaworthy.lint.check;

import dev.seaworthy.api.ResourceNames;
import dev.seaworthy.diagnostic.NearestName;
import dev.seaworthy.graph.CustomResources;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What people write for a resource in an access rule where only its plural counts. */
final class ResourceAliases {

  /** Those that kubectl takes for resources of Kubernetes' own. */
  private static final Map<String, String> SHORT = Map.ofEntries(
      Map.entry("cm", "configmaps"),
      Map.entry("cj", "cronjobs"),
      Map.entry("crd", "customresourcedefinitions"),
      Map.entry("csr", "certificatesigningrequests"),
      Map.entry("deploy", "deployments"),
      Map.entry("ds", "daemonsets"),
      Map.entry("ep", "endpoints"),
      Map.entry("ev", "events"),
      Map.entry("hpa", "horizontalpodautoscalers"),
      Map.entry("ing", "ingresses"),
      Map.entry("netpol", "networkpolicies"),
      Map.entry("no", "nodes"),
      Map.entry("ns", "namespaces"),
      Map.entry("pc", "priorityclasses"),
      Map.entry("pdb", "poddisruptionbudgets"),
      Map.entry("po", "pods"),
      Map.entry("pv", "persistentvolumes"),
      Map.entry("pvc", "persistentvolumeclaims"),
      Map.entry("quota", "resourcequotas"),
      Map.entry("rc", "replicationcontrollers"),
      Map.entry("rs", "replicasets"),
      Map.entry("sa", "serviceaccounts"),
      Map.entry("sc", "storageclasses"),
      Map.entry("sts", "statefulsets"),
      Map.entry("svc", "services"));

  /** What access rules speak of though no object is of that kind. */
  private static final Map<String, Set<String>> WITHOUT_OBJECTS = Map.of(
      "", Set.of("users", "groups", "componentstatuses"),
      "authentication.k8s.io", Set.of("userextras", "uids"),
      "certificates.k8s.io", Set.of("signers"),
      "cert-manager.io", Set.of("signers"));

  private ResourceAliases() {}

  /**
   * Whether there is such a resource, or may be: in a group that is not Kubernetes' own there may be
   * any, for an input need not hold all that is installed, but none that is a slip for one it defines.
   */
  static boolean mayBe(String group, String resource, CustomResources custom) {
    ResourceNames names = ResourceNames.builtIn();
    boolean isKnown = names.find(group, resource).isPresent()
        || custom.in(group).containsKey(resource)
        || WITHOUT_OBJECTS.getOrDefault(group, Set.of()).contains(resource);
    return isKnown || !names.isGroup(group) && meantIn(group, resource, custom).isEmpty();
  }

  /** The plural of {@code group}, as the input defines it, that is misspelt or not written as such. */
  static Optional<String> meantIn(String group, String written, CustomResources custom) {
    Map<String, CustomResources.Defined> defined = new TreeMap<>(custom.in(group));
    String lower = written.toLowerCase(Locale.ROOT);
    return defined.entrySet().stream()
        .filter(entry -> entry.getValue().isNamed(lower))
        .map(Map.Entry::getKey)
        .findFirst()
        .or(() -> NearestName.to(written, defined.keySet()));
  }

  /** The plural that was meant: of a singular, a kind or a short name; or the name itself. */
  static String plural(String written, CustomResources custom) {
    String lower = written.toLowerCase(Locale.ROOT);
    @Nullable String ofShort = SHORT.get(lower);
    if (ofShort != null) {
      return ofShort;
    }
    ResourceNames names = ResourceNames.builtIn();
    if (!names.groupsOf(lower).isEmpty()) {
      return lower;
    }
    return names.pluralOf(lower).or(() -> custom.pluralOf(lower)).orElse(lower);
  }

  /** The resource without its part: {@code pods} of {@code pods/log}. */
  static String whole(String resource) {
    int slash = resource.indexOf('/');
    return slash < 0 ? resource : resource.substring(0, slash);
  }

  static Optional<String> movedTo(String group, String resource) {
    return ResourceNames.builtIn().find(group, resource).flatMap(ResourceNames.Known::movedTo);
  }
}
