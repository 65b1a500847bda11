package dev.seaworthy.api.catalog;

import dev.seaworthy.api.ApiCatalog;
import dev.seaworthy.api.ApiLifecycle;
import dev.seaworthy.api.GroupVersionKind;
import dev.seaworthy.api.Release;
import dev.seaworthy.api.crd.VersionOrder;
import dev.seaworthy.diagnostic.NearestName;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A kind that a catalogue does not have. It may be a mistake; or it may be a custom resource whose
 * definition nobody has shown, which only the cluster can judge.
 *
 * @param release the release that was looked into
 * @param isMistake whether no definition could make it right: it was removed, its group is one of
 *     those that come with Kubernetes or cannot be one of a definition, or the definition is there and
 *     does not serve this version, which is no newer one of a project whose definitions others copy
 * @param wrongVersion whether the kind is right and its {@code apiVersion} is not
 * @param hint what was probably meant
 */
public record UndefinedKind(
    GroupVersionKind gvk,
    Release release,
    boolean isMistake,
    boolean wrongVersion,
    Optional<String> hint) {

  /** What to do about a kind that has no definition. */
  public static final String WAYS = "Bring its definition: the CustomResourceDefinition among the"
      + " files or by --crds PATH, JSON Schemas by --schema-location, or what `seaworthy schema"
      + " import` makes of a cluster's OpenAPI document.";

  /** What is to be said of {@code gvk}, which {@code catalog} does not serve. */
  public static UndefinedKind of(GroupVersionKind gvk, ApiCatalog catalog, ApiLifecycle lifecycle) {
    return new Search(gvk, catalog, lifecycle).result();
  }

  /** What is wrong, so that it stands alone. */
  public String message() {
    return isMistake
        ? "Kubernetes " + release + " has no kind " + gvk.kind() + " in " + gvk.apiVersion()
        : "nobody has defined the kind " + gvk.kind() + " in " + gvk.apiVersion();
  }

  /** What to do: what was probably meant, else where the definition is and how to bring it. */
  public Optional<String> remedy() {
    return isMistake
        ? hint
        : Optional.of(hint.map(text -> text + " ").orElse("") + published() + WAYS);
  }

  private String published() {
    return PublishedDefinitions.of(gvk.groupKind())
        .map(url -> "Its project publishes the definition: --crds " + url + ". ")
        .orElse("");
  }

  private record Search(GroupVersionKind gvk, ApiCatalog catalog, ApiLifecycle lifecycle) {

    private UndefinedKind result() {
      Optional<String> removal = removal();
      if (removal.isPresent()) {
        return found(true, true, removal);
      }
      Optional<GroupVersionKind> sibling =
          served().filter(known -> known.groupKind().equals(gvk.groupKind())).findFirst();
      if (sibling.isPresent()) {
        return isAheadOfItsCopy()
            ? found(false, true, sibling.map(Search::isIn))
            : found(true, true, sibling.map(Search::isIn).map(this::onlyWhereTurnedOn));
      }
      Optional<GroupVersionKind> elsewhere =
          served().filter(known -> known.kind().equals(gvk.kind())).findFirst();
      boolean misspelt = elsewhere
          .filter(known -> NearestName.isNear(gvk.group(), known.group()))
          .isPresent();
      boolean mistake = misspelt || !canBeCustom();
      if (elsewhere.isPresent()) {
        return found(mistake, true, mistake ? elsewhere.map(Search::isIn) : Optional.empty());
      }
      return found(mistake, false, nearest());
    }

    /** Copies of the definitions of other projects grow old; what is newer, a cluster may well serve. */
    private boolean isAheadOfItsCopy() {
      return PublishedDefinitions.of(gvk.groupKind()).isPresent()
          && served()
              .filter(known -> known.groupKind().equals(gvk.groupKind()))
              .allMatch(
                  known -> VersionOrder.NEWEST_FIRST.compare(gvk.version(), known.version()) < 0);
    }

    private UndefinedKind found(boolean mistake, boolean wrongVersion, Optional<String> hint) {
      return new UndefinedKind(gvk, catalog.release(), mistake, wrongVersion, hint);
    }

    /** The release knows the version still, or already, and does not serve it by itself. */
    private String onlyWhereTurnedOn(String hint) {
      return lifecycle.find(gvk).isPresent()
          ? gvk.apiVersion() + " is served only where somebody has turned it on. " + hint
          : hint;
    }

    private static String isIn(GroupVersionKind known) {
      return "Kind " + known.kind() + " is in " + known.apiVersion() + ".";
    }

    private Optional<String> removal() {
      return lifecycle
          .find(gvk)
          .filter(former -> former.isRemovedIn(catalog.release()))
          .map(former -> "It was removed in "
              + former.removedIn().map(Release::toString).orElse("")
              + former.replacement().map(now -> "; use " + now).orElse("")
              + ".");
    }

    private Stream<GroupVersionKind> served() {
      return catalog.kinds().stream()
          .filter(known -> catalog
              .find(known)
              .filter(type -> type.servedByDefault() && !type.list())
              .isPresent());
    }

    /** Groups of definitions are domains with a dot, and never one that Kubernetes brings along. */
    private boolean canBeCustom() {
      return gvk.group().indexOf('.') > 0
          && BuiltInCatalog.of(catalog.release()).kinds().stream()
              .noneMatch(known -> known.group().equals(gvk.group()));
    }

    /** In the same group any slip counts, elsewhere only a single one. */
    private Optional<String> nearest() {
      List<String> names = served()
          .filter(known -> known.group().equals(gvk.group()) || isOneSlipOff(known.kind()))
          .map(GroupVersionKind::kind)
          .distinct()
          .toList();
      return NearestName.to(gvk.kind(), names).map(kind -> "Did you mean " + kind + "?");
    }

    private boolean isOneSlipOff(String kind) {
      return NearestName.isOneSlip(gvk.kind(), kind);
    }
  }
}
