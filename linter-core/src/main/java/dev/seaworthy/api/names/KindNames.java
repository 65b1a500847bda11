package dev.seaworthy.api.names;

import dev.seaworthy.api.ApiCatalog;
import dev.seaworthy.api.GroupVersionKind;
import dev.seaworthy.api.ResourceType;
import dev.seaworthy.api.crd.CustomStruct;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The names that people call kinds by: the kind, its plural, and the short names of kubectl. */
public final class KindNames {

  private static final Map<String, String> SHORT = Map.ofEntries(
      Map.entry("cj", "cronjob"),
      Map.entry("cm", "configmap"),
      Map.entry("crd", "customresourcedefinition"),
      Map.entry("csr", "certificatesigningrequest"),
      Map.entry("deploy", "deployment"),
      Map.entry("ds", "daemonset"),
      Map.entry("ep", "endpoints"),
      Map.entry("ev", "event"),
      Map.entry("hpa", "horizontalpodautoscaler"),
      Map.entry("ing", "ingress"),
      Map.entry("limits", "limitrange"),
      Map.entry("netpol", "networkpolicy"),
      Map.entry("no", "node"),
      Map.entry("ns", "namespace"),
      Map.entry("pc", "priorityclass"),
      Map.entry("pdb", "poddisruptionbudget"),
      Map.entry("po", "pod"),
      Map.entry("pv", "persistentvolume"),
      Map.entry("pvc", "persistentvolumeclaim"),
      Map.entry("quota", "resourcequota"),
      Map.entry("rc", "replicationcontroller"),
      Map.entry("rs", "replicaset"),
      Map.entry("sa", "serviceaccount"),
      Map.entry("sc", "storageclass"),
      Map.entry("sts", "statefulset"),
      Map.entry("svc", "service"));

  private KindNames() {}

  /** The kinds of that name, the most stable version first. */
  public static List<ResourceType> find(ApiCatalog catalog, String name) {
    String wanted = name.toLowerCase(Locale.ROOT);
    String kind = SHORT.getOrDefault(wanted, wanted);
    return catalog.kinds().stream()
        .filter(gvk -> isNamed(gvk, kind) || isDefinedAs(catalog, gvk, wanted))
        .sorted(Comparator.comparingInt(KindNames::instability)
            .thenComparing(GroupVersionKind::group)
            .thenComparing(GroupVersionKind::version, Comparator.reverseOrder()))
        .flatMap(gvk -> catalog.find(gvk).stream())
        .toList();
  }

  /** The kinds of the catalogue in lower case, to find out which one was meant. */
  public static List<String> all(ApiCatalog catalog) {
    return catalog.kinds().stream()
        .map(gvk -> gvk.kind().toLowerCase(Locale.ROOT))
        .distinct()
        .toList();
  }

  private static boolean isNamed(GroupVersionKind gvk, String wanted) {
    String kind = gvk.kind().toLowerCase(Locale.ROOT);
    return kind.equals(wanted)
        || wanted.equals(kind + "s")
        || wanted.equals(kind + "es")
        || kind.endsWith("y") && wanted.equals(kind.substring(0, kind.length() - 1) + "ies");
  }

  /** A definition says itself what its kind is called. */
  private static boolean isDefinedAs(ApiCatalog catalog, GroupVersionKind gvk, String wanted) {
    return catalog
        .find(gvk)
        .filter(type -> type.struct() instanceof CustomStruct custom
            && (custom.kind().plural().equals(wanted)
                || custom.kind().shortNames().contains(wanted)))
        .isPresent();
  }

  private static int instability(GroupVersionKind gvk) {
    return gvk.version().contains("alpha") ? 2 : gvk.version().contains("beta") ? 1 : 0;
  }
}
