package dev.seaworthy.lint;

import dev.seaworthy.api.ApiCatalog;
import dev.seaworthy.api.GroupKind;
import dev.seaworthy.api.GroupVersionKind;
import dev.seaworthy.api.catalog.KnownKinds;
import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.diagnostic.NearestName;
import dev.seaworthy.diagnostic.Severity;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Tells of kinds that rules of a project's own name and that nobody has defined, as these rules then
 * never run. A kind may well be defined elsewhere: where no other one is called nearly so, that is a
 * remark; a slip is a warning.
 */
public final class NamedKinds {

  /** The code of what is told. */
  public static final String UNDEFINED = "rule-kind-undefined";

  private NamedKinds() {}

  /**
   * @param catalog the kinds that are defined
   * @param present the kinds of the objects of the input
   */
  public static List<Diagnostic> undefined(
      List<NamedKind> named, ApiCatalog catalog, Set<GroupKind> present) {
    Set<GroupKind> known = KnownKinds.ofProjects();
    List<NamedKind> undefined = named.stream()
        .filter(each -> catalog.traits(each.kind()).isEmpty())
        .filter(each -> !present.contains(each.kind()) && !known.contains(each.kind()))
        .toList();
    if (undefined.isEmpty()) {
      return List.of();
    }
    Set<String> names = new TreeSet<>();
    known.forEach(kind -> names.add(written(kind)));
    present.forEach(kind -> names.add(written(kind)));
    catalog.kinds().stream()
        .map(GroupVersionKind::groupKind)
        .forEach(kind -> names.add(written(kind)));
    return undefined.stream().map(each -> told(each, names)).toList();
  }

  private static Diagnostic told(NamedKind each, Set<String> names) {
    String written = written(each.kind());
    Optional<String> near =
        NearestName.to(written, names).filter(name -> NearestName.isOneSlip(written, name));
    return Diagnostic.of(
            UNDEFINED,
            near.isPresent() ? Severity.WARNING : Severity.INFO,
            "nobody has defined the kind '" + written(each.kind())
                + "', and no object here is of it, so "
                + each.rule() + " is asked of none"
                + near.map(name -> "; did you mean '" + name + "'?").orElse(""),
            each.place())
        .withRemedy("Correct it, or name what defines it by --crds or --schema-location.");
  }

  private static String written(GroupKind kind) {
    return kind.group().isEmpty() ? kind.kind() : kind.group() + "/" + kind.kind();
  }
}
