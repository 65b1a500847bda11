package dev.seaworthy.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.api.catalog.BuiltInCatalog;
import java.util.List;
import org.junit.jupiter.api.Test;

class ApiLifecycleTest {

  private final ApiLifecycle lifecycle = ApiLifecycle.builtIn();

  @Test
  void namesTheReplacementOfARemovedVersion() {
    var ingress = lifecycle.find(GroupVersionKind.of("extensions/v1beta1", "Ingress"));

    assertThat(ingress).hasValueSatisfying(entry -> {
      assertThat(entry.removedIn()).hasValue(new Release(22));
      assertThat(entry.replacement())
          .hasValue(GroupVersionKind.of("networking.k8s.io/v1", "Ingress"));
      assertThat(entry.keepsItsShape()).isFalse();
    });
  }

  @Test
  void tellsDeprecatedFromRemoved() {
    var endpoints = lifecycle.find(GroupVersionKind.of("v1", "Endpoints")).orElseThrow();

    assertThat(endpoints.isDeprecatedIn(new Release(32))).isFalse();
    assertThat(endpoints.isDeprecatedIn(new Release(33))).isTrue();
    assertThat(endpoints.isRemovedIn(Release.NEWEST)).isFalse();
  }

  @Test
  void readsQuotedValuesWithCommas() {
    var table = new ApiLifecycle("""
        group,version,kind,deprecated_in,removed_in,replacement_group,replacement_version,replacement_kind,shape_change
        a,v1,A,1.8,,,,,"one, two ""three"" four"
        """);

    assertThat(table.entries()).singleElement().satisfies(entry -> {
      assertThat(entry.shapeChange()).isEqualTo("one, two \"three\" four");
      assertThat(entry.replacement()).isEmpty();
    });
  }

  @Test
  void knowsTheGroupThatAKindHasMovedTo() {
    var deployments = GroupKind.of("extensions", "Deployment");
    var endpoints = GroupKind.of("", "Endpoints");

    assertThat(lifecycle.current(deployments)).isEqualTo(GroupKind.of("apps", "Deployment"));
    assertThat(lifecycle.current(endpoints)).as("replaced by another kind").isEqualTo(endpoints);
  }

  /** A removed version is in no catalogue from then on, one that is only deprecated still is. */
  @Test
  void agreesWithTheKindsOfEveryRelease() {
    for (Release release : Release.supported()) {
      ApiCatalog catalog = BuiltInCatalog.of(release);
      List<GroupVersionKind> removedButServed = lifecycle.entries().stream()
          .filter(entry -> entry.isRemovedIn(release))
          .map(ApiLifecycle.Entry::gvk)
          .filter(gvk -> catalog.find(gvk).isPresent())
          .toList();

      assertThat(removedButServed).as("removed, yet served by %s", release).isEmpty();
    }
  }

  @Test
  void knowsWhyAKindIsGone() {
    List<GroupVersionKind> unexplained = Release.supported().stream()
        .filter(release -> release.isAtLeast(new Release(30)))
        .flatMap(release -> goneIn(release).stream())
        .filter(
            gvk -> lifecycle.find(gvk).flatMap(ApiLifecycle.Entry::removedIn).isEmpty())
        .toList();

    assertThat(unexplained).isEmpty();
  }

  private static List<GroupVersionKind> goneIn(Release release) {
    ApiCatalog before = BuiltInCatalog.of(new Release(release.minor() - 1));
    ApiCatalog now = BuiltInCatalog.of(release);
    return before.kinds().stream()
        .filter(gvk -> before.find(gvk).filter(type -> !type.list()).isPresent())
        .filter(gvk -> now.find(gvk).isEmpty())
        .toList();
  }
}
