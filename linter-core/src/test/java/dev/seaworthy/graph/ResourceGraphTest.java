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
import dev.seaworthy.manifest.ManifestReader;
import dev.seaworthy.manifest.Mapping;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ResourceGraphTest {

  private static final KnownKinds KINDS =
      KnownKinds.of(BuiltInCatalog.of(Release.NEWEST), ApiLifecycle.builtIn());

  private static final GroupKind CONFIG_MAP = GroupKind.of("", "ConfigMap");
  private static final GroupKind SECRET = GroupKind.of("", "Secret");
  private static final GroupKind DEPLOYMENT = GroupKind.of("apps", "Deployment");

  @Test
  void anOldGroupIsTheKindOfToday() {
    ResourceGraph graph = given("""
        apiVersion: extensions/v1beta1
        kind: Deployment
        metadata: {name: web, namespace: shop}
        """);

    assertThat(graph.findFirst(DEPLOYMENT, "shop", "web")).isPresent();
  }

  @Test
  void objectsWithoutNamespaceGoToTheDefaultOne() {
    String text = """
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: settings}
        """;

    assertThat(given(text).findFirst(CONFIG_MAP, "", "settings")).isPresent();
    assertThat(ResourceGraph.of(objects(text), "shop", KINDS)
            .findFirst(CONFIG_MAP, "shop", "settings"))
        .isPresent();
  }

  @Test
  void whatAnOperatorMakesCountsAsProvided() {
    ResourceGraph graph = given("""
        apiVersion: external-secrets.io/v1
        kind: ExternalSecret
        metadata: {name: db, namespace: shop}
        spec: {target: {name: password}}
        """);

    assertThat(graph.isProvided(new ObjectKey(SECRET, "shop", "password"))).isTrue();
    assertThat(graph.isProvided(new ObjectKey(SECRET, "shop", "db"))).isFalse();
    assertThat(graph.isProvided(new ObjectKey(SECRET, "office", "password"))).isFalse();
  }

  @Test
  void copiesOfAControllerAreOneAmongThoseThatSelectPods() {
    String web = """
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: web, namespace: shop}
        spec:
          selector: {matchLabels: {app: web}}
          template: {metadata: {labels: {app: web}}, spec: {containers: [{name: c}]}}
        ---
        """;
    ResourceGraph graph = given(web + web + web.replace("name: web", "name: other") + web);
    PodTemplate pods = graph.pods().templatesIn("shop").get(3);

    assertThat(graph.selecting().controllersOf(pods))
        .extracting(InputObject::name)
        .containsExactly("web", "other");
    assertThat(graph.selecting().controllersOf(pods).get(0))
        .isSameAs(graph.objects().get(0));
    LabelSelector selector = LabelSelector.ofLabels(Map.of("app", "web"));
    assertThat(graph.pods().ownersMatching(selector, "shop"))
        .isEqualTo(graph.selecting().controllersOf(pods));
    assertThat(graph.pods().labelsMatching(selector, "shop")).hasSize(1);
  }

  @Test
  void servicesAreFoundByTheLabelsOfThePods() {
    ResourceGraph graph = given("""
        apiVersion: v1
        kind: Service
        metadata: {name: all}
        spec: {selector: {app: web}}
        ---
        apiVersion: v1
        kind: Service
        metadata: {name: front}
        spec: {selector: {app: web, tier: front}}
        ---
        apiVersion: v1
        kind: Service
        metadata: {name: none}
        ---
        apiVersion: batch/v1
        kind: CronJob
        metadata: {name: report}
        spec: {jobTemplate: {spec: {template: {metadata: {labels: {app: web}}, spec: {containers: []}}}}}
        """);
    PodTemplate template = graph
        .findFirst(GroupKind.of("batch", "CronJob"), "", "report")
        .flatMap(InputObject::template)
        .orElseThrow();

    assertThat(graph.selecting().servicesOf(template))
        .extracting(InputObject::name)
        .containsExactly("all");
    assertThat(template.path()).hasToString("spec.jobTemplate.spec.template");
  }

  @Test
  void anAutoscalerDecidesTheLowestNumberOfReplicas() {
    ResourceGraph graph = given("""
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: web}
        spec: {replicas: 5}
        ---
        apiVersion: autoscaling/v2
        kind: HorizontalPodAutoscaler
        metadata: {name: web}
        spec: {maxReplicas: 9, scaleTargetRef: {apiVersion: apps/v1beta1, kind: Deployment, name: web}}
        """);

    assertThat(graph
            .scaling()
            .lowestReplicas(graph.findFirst(DEPLOYMENT, "", "web").orElseThrow()))
        .isEqualTo(1);
  }

  @Test
  void theNearestMissIsTheSameNameElsewhereOrOneOfFewSlips() {
    ResourceGraph graph = given("""
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: settings, namespace: shop}
        """);

    assertThat(NearMiss.of(new ObjectKey(CONFIG_MAP, "office", "settings"), graph))
        .map(NearMiss::text)
        .contains("ConfigMap shop/settings");
    assertThat(NearMiss.of(new ObjectKey(CONFIG_MAP, "shop", "Setings"), graph)).isPresent();
    assertThat(NearMiss.of(new ObjectKey(CONFIG_MAP, "shop", "other"), graph)).isEmpty();
  }

  @Test
  void theNearestPodsTellWhichLabelDiffers() {
    ResourceGraph graph = given("""
        apiVersion: v1
        kind: Pod
        metadata: {name: web, labels: {app: web, tier: front}}
        spec: {containers: []}
        """);

    assertThat(NearestPods.of(
            LabelSelector.ofLabels(Map.of("app", "Web", "tier", "front")), "", graph))
        .map(NearestPods::difference)
        .contains("its label is app=web");
    assertThat(NearestPods.of(
            LabelSelector.ofLabels(Map.of("app", "shop", "tier", "back")), "", graph))
        .isEmpty();
  }

  private static ResourceGraph given(String text) {
    return ResourceGraph.of(objects(text), "", KINDS);
  }

  private static List<InputObject> objects(String text) {
    return new ManifestReader()
        .read("test.yaml", text.getBytes(StandardCharsets.UTF_8)).documents().stream()
            .map(document ->
                new InputObject(document.file(), new Resource((Mapping) document.root()), KINDS))
            .toList();
  }
}
