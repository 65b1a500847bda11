package dev.seaworthy.simulate.surroundings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.api.Release;
import dev.seaworthy.api.Resource;
import dev.seaworthy.api.catalog.BuiltInCatalog;
import dev.seaworthy.graph.InputObject;
import dev.seaworthy.manifest.ManifestReader;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.validate.ApiServer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FillingTest {

  private static final ApiServer SERVER = ApiServer.of(BuiltInCatalog.of(Release.NEWEST));

  private static InputObject written(String text) {
    return new InputObject("test.yaml", new Resource((Mapping) new ManifestReader()
        .read("test.yaml", text.getBytes(StandardCharsets.UTF_8))
        .documents()
        .get(0)
        .root()));
  }

  private static Filling.Filled fill(String text) {
    Filling.Filled filled = Filling.of(written(text), SERVER::create);
    assertThat(SERVER.create(filled.object().resource().root()).accepted()).isTrue();
    return filled;
  }

  private static List<String> texts(Filling.Filled filled) {
    return filled.standIns().stream().map(StandIn::text).toList();
  }

  @Test
  void whatLeavesNothingOpenIsPlayedAsItIs() {
    InputObject object =
        written("{apiVersion: v1, kind: ConfigMap, metadata: {name: a}, data: {a: '${B}'}}");

    assertThat(Filling.of(object, SERVER::create).object()).isSameAs(object);
  }

  @Test
  void whatASchemaTellsOfTheValuesOfOthersIsAsItStands() {
    InputObject definition = written("""
        apiVersion: apiextensions.k8s.io/v1
        kind: CustomResourceDefinition
        metadata: {name: widgets.example.com}
        spec:
          group: example.com
          scope: Namespaced
          names: {plural: widgets, singular: widget, kind: Widget}
          versions:
          - name: v1
            served: true
            storage: true
            schema:
              openAPIV3Schema:
                type: object
                description: Expressions such as ${VAR} are replaced at run time.
                properties:
                  spec: {type: string, default: "${VAR}", example: "${VAR}", pattern: "^${VAR}"}
        """);

    assertThat(Filling.of(definition, SERVER::create).object()).isSameAs(definition);
  }

  @ParameterizedTest
  @ValueSource(strings = {"${binary_remote_addr}", "${scheme}://${host}${request_uri}", "$${NAME}"})
  void whatNginxReplacesWhileItRunsIsAsItStands(String value) {
    InputObject ingress = written("""
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata: {name: web, annotations: {nginx.org/limit-req-key: "VALUE"}}
        """.replace("VALUE", value));

    assertThat(Filling.of(ingress, SERVER::create).object()).isSameAs(ingress);
  }

  @Test
  void aProgramOfWhichKoMakesAnImageHasOne() {
    assertThat(texts(fill("""
        apiVersion: v1
        kind: Pod
        metadata: {name: web}
        spec: {containers: [{name: web, image: "ko://example.com/shop/cmd/web"}]}
        """))).containsExactly("ko://example.com/shop/cmd/web is web");
  }

  @Test
  void aTextServesWhereTheServerTakesItAndElsewhereANumber() {
    Filling.Filled filled = fill("""
        apiVersion: v1
        kind: Pod
        metadata: {name: "web-${DEPLOY_ENV}", labels: {"${TEAM}/app": web}}
        spec:
          containers:
          - name: web
            image: "nginx:${TAG}"
            command: [sh, -c, "echo ${HOME}"]
            ports: [{containerPort: "${PORT}"}]
        """);

    assertThat(texts(filled))
        .containsExactly(
            "web-${DEPLOY_ENV} is web-deploy-env",
            "${TEAM}/app is team/app",
            "nginx:${TAG} is nginx:tag",
            "${PORT} is 1");
    assertThat(filled.object().name()).isEqualTo("web-deploy-env");
    assertThat(filled.standIns()).noneMatch(StandIn::isDecisive);
  }

  @Test
  void whatAPlaceholderItselfGivesIsTaken() {
    Filling.Filled filled = fill("""
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: web}
        spec:
          replicas: ${REPLICAS:=3}
          selector: {matchLabels: {app: web}}
          template:
            metadata: {labels: {app: web}}
            spec:
              containers:
              - name: web
                image: ${IMAGE:-nginx:1}
                resources: {requests: {cpu: "${CPU:=250m}", memory: "${MEMORY}"}}
        """);

    assertThat(texts(filled))
        .containsExactly(
            "${REPLICAS:=3} is 3",
            "${IMAGE:-nginx:1} is nginx:1",
            "${CPU:=250m} is 250m",
            "${MEMORY} is left out");
    assertThat(filled.object().resource().at("spec", "replicas").longOr(0)).isEqualTo(3);
  }

  @Test
  void aFieldThatMustBeThereHasAValueOfItsForm() {
    assertThat(texts(fill("""
        apiVersion: v1
        kind: PersistentVolumeClaim
        metadata: {name: data}
        spec: {accessModes: ["${MODE}"], resources: {requests: {storage: "${CAP}"}}}
        """))).containsExactly("${MODE} is ReadWriteOnce", "${CAP} is 1Gi");
    assertThat(texts(fill("""
        apiVersion: batch/v1
        kind: CronJob
        metadata: {name: nightly}
        spec:
          schedule: "${SCHEDULE}"
          jobTemplate:
            spec:
              template:
                spec: {restartPolicy: Never, containers: [{name: a, image: a}]}
        """))).containsExactly("${SCHEDULE} is 0 0 * * *");
    assertThat(texts(fill("""
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata: {name: out}
        spec: {podSelector: {}, egress: [{to: [{ipBlock: {cidr: "${RANGE}"}}]}]}
        """))).containsExactly("${RANGE} is 192.0.2.0/24");
  }

  @Test
  void pathsAddressesAndRangesHaveTheirForm() {
    assertThat(texts(fill("""
        apiVersion: v1
        kind: Service
        metadata: {name: web}
        spec:
          type: LoadBalancer
          ports: [{port: 80}]
          loadBalancerSourceRanges: ["${RANGE}"]
        """))).containsExactly("${RANGE} is 192.0.2.0/24");
    assertThat(texts(fill("""
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata: {name: web}
        spec:
          rules:
          - http:
              paths:
              - path: ${PATH}
                pathType: ${TYPE}
                backend: {service: {name: web, port: {number: 80}}}
        """))).containsExactly("${PATH} is /", "${TYPE} is Prefix");
  }

  @Test
  void theDataOfASecretAreInBase64() {
    assertThat(texts(fill("""
        apiVersion: v1
        kind: Secret
        metadata: {name: db}
        data: {password: "${DB_PASSWORD}"}
        """))).containsExactly("${DB_PASSWORD} is empty");
    assertThat(texts(fill("""
        apiVersion: v1
        kind: Secret
        metadata: {name: registry}
        type: kubernetes.io/dockerconfigjson
        data: {.dockerconfigjson: "${DOCKER_CONFIG}"}
        """))).containsExactly("${DOCKER_CONFIG} is eyJhdXRocyI6e319");
  }

  @Test
  void whatCannotBeLeftOutOfAWishIsLeftOutWithIt() {
    assertThat(fill("""
        apiVersion: v1
        kind: Pod
        metadata: {name: web}
        spec:
          containers: [{name: web, image: "web:1"}]
          topologySpreadConstraints:
          - {maxSkew: 1, topologyKey: "${KEY}", whenUnsatisfiable: DoNotSchedule}
          - {maxSkew: 1, topologyKey: zone, whenUnsatisfiable: DoNotSchedule}
        """)
            .object()
            .resource()
            .at("spec", "topologySpreadConstraints")
            .items())
        .singleElement()
        .satisfies(left -> assertThat(left.get("topologyKey").text()).isEqualTo("zone"));
  }

  @Test
  void aWishThatMustBeThereHasAText() {
    assertThat(texts(fill("""
        apiVersion: v1
        kind: PersistentVolume
        metadata: {name: disk}
        spec:
          capacity: {storage: 1Gi}
          accessModes: [ReadWriteOnce]
          local: {path: /disk}
          nodeAffinity:
            required:
              nodeSelectorTerms:
              - matchExpressions:
                - {key: kubernetes.io/hostname, operator: In, values: ["${NODE}"]}
        """))).containsExactly("${NODE} is node");
  }

  @Test
  void whichNodesPodsWantIsNotInvented() {
    Filling.Filled filled = fill("""
        apiVersion: v1
        kind: Pod
        metadata: {name: web}
        spec:
          nodeSelector: {zone: "${ZONE}", disk: ssd}
          containers: [{name: web, image: nginx}]
        """);

    assertThat(filled.object().resource().at("spec", "nodeSelector").size()).isEqualTo(1);
    assertThat(filled.standIns()).singleElement().matches(StandIn::isDecisive);
  }

  @Test
  void whatSopsHasEncryptedIsEmpty() {
    Filling.Filled filled = fill("""
        apiVersion: v1
        kind: Secret
        metadata: {name: db}
        data: {password: "ENC[AES256_GCM,data:x,type:str]"}
        sops: {mac: "ENC[x]", lastmodified: "2026-01-01T00:00:00Z"}
        """);

    assertThat(filled.object().resource().at("data").entries())
        .singleElement()
        .satisfies(entry -> assertThat(entry.key()).isEqualTo("password"));
  }

  @Test
  void whatTheServerCopiesIntoAnotherFieldIsFilledInSoThatBothAreTaken() {
    Filling.Filled filled = fill("""
        apiVersion: v1
        kind: Service
        metadata: {name: dns}
        spec: {selector: {app: dns}, clusterIP: $DNS_SERVER_IP, ports: [{port: 53}]}
        """);

    assertThat(filled.object().resource().at("spec", "clusterIP").text()).isEmpty();
    assertThat(texts(filled)).containsExactly("$DNS_SERVER_IP is empty");
  }
}
