package dev.seaworthy.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.api.ApiLifecycle;
import dev.seaworthy.api.Release;
import dev.seaworthy.api.Resource;
import dev.seaworthy.api.catalog.BuiltInCatalog;
import dev.seaworthy.api.catalog.KnownKinds;
import dev.seaworthy.manifest.ManifestReader;
import dev.seaworthy.manifest.Mapping;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RelationSearchTest {

  private static final KnownKinds KINDS =
      KnownKinds.of(BuiltInCatalog.of(Release.NEWEST), ApiLifecycle.builtIn());

  private final List<InputObject> objects = new ArrayList<>();

  @Test
  void aServiceSelectsWorkloadsByTheLabelsOfTheirPods() {
    given("web.yaml", """
        apiVersion: v1
        kind: Service
        metadata: {name: web}
        spec: {selector: {app: web}}
        ---
        apiVersion: v1
        kind: Pod
        metadata: {name: web-1, labels: {app: web}}
        spec: {containers: []}
        """);

    assertThat(relations()).containsExactly("Service web SELECTS Pod web-1 FOUND");
  }

  @Test
  void aSelectorWithoutPodsIsShown() {
    given("web.yaml", """
        apiVersion: v1
        kind: Service
        metadata: {name: web}
        spec: {selector: {app: web}}
        """);

    assertThat(relations()).containsExactly("Service web SELECTS Pod labelled app=web MISSING");
  }

  @Test
  void whatIsNamedIsThereOrElsewhereOrMadeOrMissing() {
    given("shop/web.yaml", """
        apiVersion: v1
        kind: Pod
        metadata: {name: web}
        spec:
          serviceAccountName: default
          priorityClassName: important
          containers:
            - name: web
              envFrom:
                - configMapRef: {name: settings}
                - configMapRef: {name: settings}
                - secretRef: {name: password}
        """);
    given("office/settings.yaml", """
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: settings}
        """);
    given("shop/password.yaml", """
        apiVersion: external-secrets.io/v1
        kind: ExternalSecret
        metadata: {name: password}
        """);

    assertThat(relations())
        .containsExactlyInAnyOrder(
            "Pod web USES ConfigMap settings ELSEWHERE",
            "Pod web USES Secret password PROVIDED",
            "Pod web USES ServiceAccount default PROVIDED",
            "Pod web USES PriorityClass important MISSING",
            "ExternalSecret password PROVIDES Secret password PROVIDED");
  }

  @Test
  void autoscalersScaleAndBindingsGrant() {
    given("web.yaml", """
        apiVersion: autoscaling/v2
        kind: HorizontalPodAutoscaler
        metadata: {name: web}
        spec: {scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}}
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: RoleBinding
        metadata: {name: web}
        roleRef: {kind: ClusterRole, name: view}
        """);

    assertThat(relations())
        .containsExactly(
            "HorizontalPodAutoscaler web SCALES Deployment web MISSING",
            "RoleBinding web GRANTS ClusterRole view PROVIDED");
  }

  private void given(String file, String text) {
    new ManifestReader()
        .read(file, text.getBytes(StandardCharsets.UTF_8))
        .documents()
        .forEach(document ->
            objects.add(new InputObject(file, new Resource((Mapping) document.root()), KINDS)));
  }

  private List<String> relations() {
    InputGraph graph = new InputGraph(objects, List.of(), "", KINDS, Layout.FOLDERS);
    return new RelationSearch(graph)
        .all().stream()
            .map(relation -> relation.from() + " " + relation.kind() + " " + relation.target() + " "
                + relation.state())
            .toList();
  }
}
