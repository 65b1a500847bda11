package dev.seaworthy.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.graph.Layout;
import dev.seaworthy.graph.Unit;
import dev.seaworthy.graph.Units;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProjectLayoutTest {

  @TempDir
  private Path folder;

  private final List<InputSource> sources = new ArrayList<>();

  @BeforeEach
  void aRepositoryIsGiven() throws IOException {
    Files.createDirectories(folder.resolve(".git"));
  }

  @Test
  void aFolderIsAUnitThatSeesThoseAboveIt() throws IOException {
    InputSource web = file("shop/web.yaml", "");
    file("office/web.yaml", "");

    assertThat(seenFrom(web)).containsExactly("shop", "");
  }

  @Test
  void aKustomizationIsOneUnitWithWhatItNames() throws IOException {
    file("kustomization.yaml", "resources: [web, jobs/report.yaml]");
    file("web/kustomization.yaml", "resources: [web.yaml]");
    InputSource web = file("web/web.yaml", "");
    InputSource report = file("jobs/report.yaml", "");
    InputSource stray = file("other/stray.yaml", "");

    assertThat(seenFrom(web)).startsWith("");
    assertThat(seenFrom(report)).startsWith("");
    assertThat(seenFrom(stray)).startsWith("other");
  }

  @Test
  void aKustomizationThatListsAFileWhichIsNotThereIsIncomplete() throws IOException {
    file("rbac/kustomization.yaml", "resources: [role.yaml, binding.yaml]");
    file("rbac/binding.yaml", "");
    file("web/kustomization.yaml", "resources: [web.yaml]");
    file("web/web.yaml", "");

    assertThat(ProjectLayout.of(sources).incomplete())
        .containsExactly(new Unit(folder.resolve("rbac").toString()));
  }

  @Test
  void foldersThatAreCalledAfterKindsArePartsOfOneWhole() throws IOException {
    InputSource deployment = file("shop/deployments/web.yaml", "");
    InputSource service = file("shop/services/web.yaml", "");
    InputSource settings = file("shop/config-maps/web.yaml", "");
    InputSource other = file("blog/services/blog.yaml", "");

    Units units = ProjectLayout.of(sources).units();

    Unit shop = new Unit(folder.resolve("shop").toString());
    assertThat(List.of(deployment, service, settings))
        .allSatisfy(part -> assertThat(units.seenFrom(part.name()).get(0)).isEqualTo(shop));
    assertThat(units.seenFrom(other.name()).get(0))
        .isEqualTo(new Unit(folder.resolve("blog/services").toString()));
  }

  @Test
  void aBaseLacksWhatItsOverlayFetches() throws IOException {
    String remote = "https://example.com/shop//base?ref=v1";
    file("base/kustomization.yaml", "resources: [web.yaml]");
    file("base/web.yaml", "");
    file("dev/kustomization.yaml", "resources: [../base]");
    file("prod/kustomization.yaml", "resources: [../base, '" + remote + "']");

    assertThat(ProjectLayout.of(sources).incomplete())
        .containsExactlyInAnyOrder(
            new Unit(folder.resolve("prod").toString()),
            new Unit(folder.resolve("base").toString()));
  }

  @Test
  void valuesAndPatchesNameObjectsToo() throws IOException {
    file("values.yml", "existingClaim: 'data'\nurl: https://example.com/other-data\n");
    file("overlay/web.yaml", "spec: {volumes: [{name: a, configMap: {name: settings}}]}");
    String objects = file("objects.yaml", "name: unused\n").name();

    assertThat(ProjectLayout.of(sources)
            .others()
            .naming(Set.of("data", "settings", "unused", "other"), Set.of(objects)))
        .containsExactlyInAnyOrder("data", "settings");
  }

  @Test
  void overlaysSeeTheirBaseAndNotEachOther() throws IOException {
    file("base/kustomization.yaml", "resources: [web.yaml]");
    file("dev/kustomization.yaml", "resources: [../base, extra.yaml]");
    file("prod/kustomization.yaml", "resources: [../base, extra.yaml]");
    InputSource base = file("base/web.yaml", "");
    InputSource dev = file("dev/extra.yaml", "");
    file("prod/extra.yaml", "");

    assertThat(seenFrom(dev)).containsExactly("dev", "base", "");
    assertThat(seenFrom(base)).containsExactly("base", "");
  }

  @Test
  void kustomizationsThatNameEachOtherAreNoTrap() throws IOException {
    file("a/kustomization.yaml", "resources: [../b]");
    file("b/kustomization.yaml", "resources: [../a]");
    InputSource web = file("a/web.yaml", "");

    assertThat(seenFrom(web)).contains("a");
  }

  @Test
  void aChartIsOneUnitWithItsOwnCharts() throws IOException {
    file("shop/Chart.yaml", "name: shop");
    file("shop/charts/db/Chart.yaml", "name: db");
    InputSource web = file("shop/templates/web/deployment.yaml", "");
    InputSource db = file("shop/charts/db/templates/db.yaml", "");

    assertThat(seenFrom(web)).startsWith("shop");
    assertThat(seenFrom(db)).startsWith("shop");
  }

  @Test
  void examplesInTheFolderOfAChartAreNoPartOfIt() throws IOException {
    file("shop/Chart.yaml", "name: shop");
    InputSource template = file("shop/templates/web.yaml", "");
    InputSource small = file("shop/examples/small/rendered/web.yaml", "");
    file("shop/examples/large/rendered/web.yaml", "");

    assertThat(seenFrom(template)).containsExactly("shop");
    assertThat(seenFrom(small))
        .startsWith("shop/examples/small/rendered")
        .doesNotContain("shop", "shop/examples/large/rendered");
  }

  @Test
  void aChartHasNothingToDoWithTheFoldersAboveIt() throws IOException {
    file("kustomization.yaml", "resources: [manifests/web.yaml]");
    file("chart/Chart.yaml", "name: shop");
    InputSource plain = file("chart/templates/web.yaml", "");
    InputSource web = file("manifests/web.yaml", "");

    assertThat(seenFrom(plain)).containsExactly("chart");
    assertThat(seenFrom(web)).doesNotContain("chart");
  }

  @Test
  void whatKustomizationsGenerateIsKnown() throws IOException {
    file("kustomization.yaml", "configMapGenerator: [{name: settings, literals: [a=b]}]");
    file("web.yaml", "");

    assertThat(layout().generated())
        .containsEntry(GroupKind.of("", "ConfigMap"), Set.of("settings"));
  }

  private InputSource file(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    InputSource source = InputSource.of(file);
    sources.add(source);
    return source;
  }

  private Layout layout() {
    return ProjectLayout.of(sources);
  }

  private List<String> seenFrom(InputSource source) {
    return layout().units().seenFrom(source.name()).stream()
        .map(Unit::name)
        .map(name -> folder.relativize(Path.of(name)).toString())
        .toList();
  }
}
