package dev.seaworthy.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.api.ApiLifecycle;
import dev.seaworthy.api.GroupKind;
import dev.seaworthy.api.ObjectKey;
import dev.seaworthy.api.Release;
import dev.seaworthy.api.Resource;
import dev.seaworthy.api.catalog.BuiltInCatalog;
import dev.seaworthy.api.catalog.KnownKinds;
import dev.seaworthy.api.selector.LabelSelector;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.manifest.ManifestReader;
import dev.seaworthy.manifest.Mapping;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InputGraphTest {

  private static final KnownKinds KINDS =
      KnownKinds.of(BuiltInCatalog.of(Release.NEWEST), ApiLifecycle.builtIn());

  private static final GroupKind CONFIG_MAP = GroupKind.of("", "ConfigMap");
  private static final ObjectKey SETTINGS = new ObjectKey(CONFIG_MAP, "", "settings");
  private static final LabelSelector WEB = LabelSelector.ofLabels(Map.of("app", "web"));

  private final List<InputObject> objects = new ArrayList<>();
  private final List<Unread> unread = new ArrayList<>();

  @Test
  void anObjectMeansTheNearestOneOfAName() {
    configMap("shop/settings.yaml");
    configMap("office/settings.yaml");
    configMap("settings.yaml");
    InputObject inShop = pod("shop/web.yaml");
    InputObject inOther = pod("lab/deep/web.yaml");

    assertThat(seenFrom(inShop).find(SETTINGS))
        .extracting(InputObject::file)
        .containsExactly("shop/settings.yaml");
    assertThat(seenFrom(inOther).find(SETTINGS))
        .extracting(InputObject::file)
        .containsExactly("settings.yaml");
  }

  @Test
  void ofSeveralInAFolderTheOneInTheSameFileIsMeant() {
    configMap("shop/a.yaml");
    configMap("shop/b.yaml");
    InputObject pod = pod("shop/b.yaml");
    Reference reference =
        new Reference(pod, FieldPath.ROOT, CONFIG_MAP, "", false, "settings", false);

    assertThat(seenFrom(pod).find(reference)).map(InputObject::file).contains("shop/b.yaml");
  }

  @Test
  void whatAnotherUnitHoldsExistsButSaysNothing() {
    configMap("office/settings.yaml");
    pod("office/web.yaml");
    InputObject pod = pod("shop/web.yaml");
    ResourceGraph seen = seenFrom(pod);

    assertThat(seen.isProvided(SETTINGS)).isTrue();
    assertThat(seen.find(SETTINGS)).isEmpty();
    assertThat(seen.hasAny(CONFIG_MAP, "")).isFalse();
    assertThat(seen.pods().templatesMatching(WEB, ""))
        .extracting(PodTemplate::owner)
        .containsExactly(pod);
  }

  @Test
  void podsOfTheNearestUnitThatHasAnyAreSelected() {
    InputObject above = pod("web.yaml");
    InputObject service = configMap("shop/service.yaml");

    assertThat(seenFrom(service).pods().templatesMatching(WEB, ""))
        .extracting(PodTemplate::owner)
        .containsExactly(above);
  }

  @Test
  void alternativesDoNotSeeEachOther() {
    configMap("shop/web-small.yaml");
    configMap("shop/web-large.yaml");
    InputObject pod = pod("shop/web-large.yaml");
    InputObject beside = object("shop/key.yaml", """
        apiVersion: v1
        kind: Secret
        metadata: {name: key}
        """);
    ResourceGraph seen = seenFrom(pod);

    assertThat(seen.find(SETTINGS))
        .extracting(InputObject::file)
        .containsExactly("shop/web-large.yaml");
    assertThat(seen.areAlternatives(objects.get(0), pod)).isTrue();
    assertThat(seen.areAlternatives(objects.get(1), pod)).as("one file").isFalse();
    assertThat(seen.find(seen.keyOf(beside))).containsExactly(beside);
    assertThat(seenFrom(beside).find(SETTINGS)).as("any of them").hasSize(2);
  }

  @Test
  void whatThreeFilesOfAFolderHaveIsASample() {
    configMap("shop/a.yaml");
    configMap("shop/b.yaml");
    InputObject pod = pod("shop/b.yaml");
    assertThat(seenFrom(pod).isSample(objects.get(0))).isFalse();

    configMap("shop/c.yaml");

    assertThat(seenFrom(pod).isSample(objects.get(0))).isTrue();
    assertThat(seenFrom(pod).isSample(pod)).isFalse();
    assertThat(seenFrom(pod).find(SETTINGS))
        .extracting(InputObject::file)
        .containsExactly("shop/b.yaml");
  }

  @Test
  void inAnIncompleteUnitNothingIsMissed() {
    InputObject inShop = pod("shop/web.yaml");
    InputObject inOffice = pod("office/web.yaml");
    Layout layout =
        new Layout(Units.FOLDERS, Set.of(new Unit("shop")), Map.of(), List.of(), OtherTexts.NONE);

    assertThat(graph(layout).seenFrom(inShop).mayBeUnreadable(SETTINGS)).isTrue();
    assertThat(graph(layout).seenFrom(inOffice).mayBeUnreadable(SETTINGS)).isFalse();
  }

  @Test
  void whatCouldNotBeReadIsMissedInItsOwnFolderOnly() {
    unread.add(Unread.in("shop/broken.yaml"));
    InputObject inShop = pod("shop/web.yaml");
    InputObject inOffice = pod("office/web.yaml");

    assertThat(seenFrom(inShop).mayBeUnreadable(SETTINGS)).isTrue();
    assertThat(seenFrom(inOffice).mayBeUnreadable(SETTINGS)).isFalse();
  }

  @Test
  void whatMayBeAnywhereIsMissedEverywhere() {
    InputObject pod = pod("shop/web.yaml");
    unread.add(Unread.anywhere());

    assertThat(seenFrom(pod).mayHaveUnreadablePods("")).isTrue();
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "settings, true",
    "settings-0123456789, true",
    "settings-012345678, false",
    "settings-extra-0123456789, false",
    "other, false"
  })
  void aGeneratedNameMayHaveTenLettersMore(String name, boolean provided) {
    InputObject pod = pod("web.yaml");
    Layout layout = new Layout(
        Units.FOLDERS,
        Set.of(),
        Map.of(CONFIG_MAP, Set.of("settings")),
        List.of(),
        OtherTexts.NONE);

    ResourceGraph seen = graph(layout).seenFrom(pod);

    assertThat(seen.isProvided(new ObjectKey(CONFIG_MAP, "shop", name))).isEqualTo(provided);
  }

  @Test
  void whatBringsWhatIntoBeingCanBeAdded() {
    object("claim.yaml", """
        apiVersion: example.com/v1
        kind: Vault
        metadata: {name: db, namespace: shop}
        spec: {out: password}
        """);
    InputObject pod = pod("web.yaml");
    ProvidedObject row = new ProvidedObject(
        GroupKind.of("example.com", "Vault"), GroupKind.of("", "Secret"), "spec.out", false);

    ResourceGraph seen = graph(
            new Layout(Units.FOLDERS, Set.of(), Map.of(), List.of(row), OtherTexts.NONE))
        .seenFrom(pod);

    assertThat(seen.isProvided(new ObjectKey(GroupKind.of("", "Secret"), "shop", "password")))
        .isTrue();
  }

  @Test
  void whatSomebodySaysBelongsTogetherSeesNothingElse() {
    configMap("prod/a/settings.yaml");
    configMap("settings.yaml");
    InputObject inProd = pod("prod/b/web.yaml");
    InputObject inTest = pod("test/web.yaml");
    Layout layout = Layout.FOLDERS.with(
        List.of(new NamedUnits.Named("prod/", file -> file.startsWith("prod/"))), List.of());

    assertThat(graph(layout).seenFrom(inProd).find(SETTINGS))
        .extracting(InputObject::file)
        .containsExactly("prod/a/settings.yaml");
    assertThat(graph(layout).seenFrom(inTest).find(SETTINGS))
        .extracting(InputObject::file)
        .containsExactly("settings.yaml");
  }

  private InputObject configMap(String file) {
    return object(file, """
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: settings}
        """);
  }

  private InputObject pod(String file) {
    return object(file, """
        apiVersion: v1
        kind: Pod
        metadata: {name: web, labels: {app: web}}
        spec: {containers: []}
        """);
  }

  private InputObject object(String file, String text) {
    Mapping root = (Mapping) new ManifestReader()
        .read(file, text.getBytes(StandardCharsets.UTF_8))
        .documents()
        .get(0)
        .root();
    InputObject object = new InputObject(file, new Resource(root), KINDS);
    objects.add(object);
    return object;
  }

  @Test
  void whatIsMadeReadyBeforehandAnswersTheSame() {
    configMap("shop/settings.yaml");
    configMap("office/settings.yaml");
    InputObject pod = pod("shop/web.yaml");
    unread.add(Unread.in("shop/broken.yaml"));
    InputGraph graph = graph(Layout.FOLDERS);

    graph.preparations().forEach(Runnable::run);

    assertThat(graph.seenFrom(pod).find(SETTINGS))
        .extracting(InputObject::file)
        .containsExactly("shop/settings.yaml");
    assertThat(graph.seenFrom(pod).mayBeUnreadable(SETTINGS)).isTrue();
    assertThat(graph.isProvided(SETTINGS)).isTrue();
  }

  private ResourceGraph seenFrom(InputObject object) {
    return graph(Layout.FOLDERS).seenFrom(object);
  }

  private InputGraph graph(Layout layout) {
    return new InputGraph(objects, unread, "", KINDS, layout);
  }
}
