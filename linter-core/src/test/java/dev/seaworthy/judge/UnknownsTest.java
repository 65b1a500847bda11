package dev.seaworthy.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.Input;
import dev.seaworthy.Seaworthy;
import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.report.FileReport;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Placeholders and encrypted values are neither right nor wrong; what is around them is judged. */
class UnknownsTest {

  private static final String DEPLOYMENT = """
      apiVersion: apps/v1
      kind: Deployment
      metadata:
        name: ${APP}
        labels:
          app: ${APP}
      spec:
        replicas: ${REPLICAS:=2}
        selector:
          matchLabels:
            app: ${APP}
        template:
          metadata:
            labels:
              app: ${APP}
          spec:
            containers:
            - name: web
              image: ${REGISTRY}/web:${TAG:=latest}
              args: ["--home=${HOME}"]
              ports:
              - containerPort: ${PORT}
              resources:
                requests:
                  memory: ${MEMORY}Mi
      """;

  @Test
  void aNameANumberAQuantityMayBePlaceholders() {
    assertThat(findings(DEPLOYMENT)).isEmpty();
    assertThat(accepted(DEPLOYMENT)).isTrue();
  }

  /** As scripts with sed write them, and tests of Chainsaw. */
  @ParameterizedTest
  @ValueSource(strings = {"__APP_NAME__", "($app)"})
  void placeholdersHaveOtherFormsToo(String name) {
    String service = """
        apiVersion: v1
        kind: Service
        metadata: {name: %1$s, namespace: %1$s, labels: {app: %1$s}}
        spec: {selector: {app: %1$s}, ports: [{port: 80}]}
        """.formatted(name);

    assertThat(findings(service)).isEmpty();
    assertThat(accepted(service)).isTrue();
    assertThat(file(service).notes()).isNotEmpty();
  }

  @Test
  void labelsOfPrometheusAreNoPlaceholders() {
    assertThat(accepted("{apiVersion: v1, kind: ConfigMap, metadata: {name: __meta_pod__}}"))
        .isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"image: ${REGISTRY}", "name: web"})
  void whatIsAroundThemIsJudged(String line) {
    String wrong = DEPLOYMENT.replace(line, line.replace("image", "imag").replace("web", "We b"));

    assertThat(findings(wrong)).isNotEmpty();
    assertThat(accepted(wrong)).isFalse();
  }

  @Test
  void theSizeOfAVolumeMayBeOne() {
    assertThat(findings("""
        apiVersion: v1
        kind: PersistentVolumeClaim
        metadata: {name: a}
        spec:
          accessModes: [ReadWriteOnce]
          resources:
            requests:
              storage: ${SIZE:-5Gi}
        """)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{apiVersion: v1, kind: ConfigMap, metadata: {name: a}, data: {run.sh: 'echo ${HOME}'}}",
        "{apiVersion: v1, kind: Pod, metadata: {name: a}, spec: {containers: [{name: a,"
            + " image: 'a:1', command: [sh, -c, 'echo ${HOME}']}]}}"
      })
  void ordinaryTextIsNone(String text) {
    assertThat(file(text).notes()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "${ NAME }",
        "${var.name}",
        "${each.value[\"name\"]}",
        "${lower(name)}",
        "${on && other}",
        "web-${ NAME }-0",
        "$NAME",
        "web-$NAME_2"
      })
  void anExpressionMayBeOne(String text) {
    assertThat(findings("{apiVersion: v1, kind: ConfigMap, metadata: {name: '" + text + "'}}"))
        .isEmpty();
  }

  @Test
  void aVersionOrAWholeValueOfASecretMayBeOne() {
    assertThat(findings("{apiVersion: $API_VERSION, kind: Deployment, metadata: {name: a}}"))
        .isEmpty();
    assertThat(
            findings(
                "{apiVersion: v1, kind: Secret, metadata: {name: a}, data: {tls.crt: '${CERTIFICATE}'}}"))
        .isEmpty();
    assertThat(findings(
            "{apiVersion: v1, kind: Secret, metadata: {name: a}, data: {tls.crt: 'a ${B}'}}"))
        .isNotEmpty();
  }

  @Test
  void nothingIsComparedWithALimitThatIsOne() {
    assertThat(findings("""
        apiVersion: v1
        kind: Pod
        metadata: {name: a}
        spec:
          containers:
            - name: a
              image: a:1
              resources: {limits: {memory: $LIMIT}, requests: {memory: 70Mi}}
        """)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"${COUNT}", "2"})
  void whatIsNotOvercommittedMayHaveALimitStillToCome(String request) {
    assertThat(findings("""
        apiVersion: v1
        kind: Pod
        metadata: {name: model}
        spec:
          containers:
            - name: a
              image: a:1
              resources:
                requests: {nvidia.com/gpu: %s}
                limits: {nvidia.com/gpu: "${COUNT}"}
        """.formatted(request))).isEmpty();
  }

  @Test
  void whatSopsEncryptedWithinAListIsNotJudged() {
    assertThat(findings("""
        apiVersion: v1
        kind: List
        items:
          - apiVersion: v1
            kind: Secret
            metadata: {name: key}
            data: {tls.key: "ENC[AES256_GCM,data:a,iv:b,tag:c,type:str]"}
        sops:
          mac: ENC[AES256_GCM,data:a,iv:b,tag:c,type:str]
        """)).isEmpty();
  }

  @Test
  void aKeyMayBeOne() {
    assertThat(findings("""
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: a
          labels:
            "${KEY}": "yes"
        """)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"$(NAME)", "$${NAME}", "${1}", "$name", "a$NAME", "$$NAME", "${NAME"})
  void whatKubernetesReplacesOrKeepsIsNone(String text) {
    assertThat(findings("{apiVersion: v1, kind: ConfigMap, metadata: {name: '" + text + "'}}"))
        .isNotEmpty();
  }

  @Test
  void aSecretThatSopsEncryptedIsJudgedWithoutItsValues() {
    String secret = """
        apiVersion: v1
        kind: Secret
        metadata: {name: token}
        type: Opaque
        data:
          token: ENC[AES256_GCM,data:a,iv:b,tag:c,type:str]
        sops:
          lastmodified: "2026-01-01T00:00:00Z"
          mac: ENC[AES256_GCM,data:a,iv:b,tag:c,type:str]
        """;

    assertThat(findings(secret)).isEmpty();
    assertThat(findings(secret.replace("name: token}", "name: To_ken}"))).hasSize(1);
    assertThat(findings(secret.replaceAll("(?s)sops:.*", "sops: {}\n"))).isNotEmpty();
  }

  private static boolean accepted(String text) {
    return file(text).objects().stream().allMatch(object -> object.answer().accepted());
  }

  private static List<String> findings(String text) {
    return file(text).findings().stream().map(Diagnostic::message).toList();
  }

  private static FileReport file(String text) {
    return Seaworthy.usual().validate(Input.text("a.yaml", text)).get(0);
  }
}
