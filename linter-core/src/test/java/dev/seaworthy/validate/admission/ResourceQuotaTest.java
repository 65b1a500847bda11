package dev.seaworthy.validate.admission;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.validate.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is made must fit the quotas of its namespace. */
class ResourceQuotaTest {

  private static final String NAMESPACE =
      "{apiVersion: v1, kind: Namespace, metadata: {name: default}}\n---\n";

  private static String quota(String spec, String status) {
    return "{apiVersion: v1, kind: ResourceQuota, metadata: {name: team, namespace: default},"
        + " spec: {%s}, status: {%s}}\n---\n".formatted(spec, status);
  }

  /** A cluster that has counted. */
  private static Admitted counted(String hard, String used) {
    return Admitted.cluster(
        NAMESPACE + quota("hard: {" + hard + "}", "hard: {" + hard + "}, used: {" + used + "}"));
  }

  private static String pod(String requests) {
    return "{apiVersion: v1, kind: Pod, metadata: {name: web}, spec: {containers: [{name: main,"
        + " image: 'web:1', resources: {requests: {" + requests + "}}}]}}";
  }

  private static List<String> denied(Verdict verdict) {
    assertThat(verdict.code()).isEqualTo(403);
    assertThat(verdict.denial().orElseThrow().plugin()).isEqualTo(PluginName.RESOURCE_QUOTA);
    return verdict.denial().orElseThrow().asCauses().stream()
        .map(cause -> cause.field() + " " + cause.message())
        .toList();
  }

  @Test
  void whatFitsBesideTheRestIsLetIn() {
    Admitted cluster = counted("requests.cpu: 2", "requests.cpu: 1");

    assertThat(cluster.create(pod("cpu: 1")).accepted()).isTrue();
    assertThat(denied(cluster.create(pod("cpu: 2"))))
        .containsExactly(
            "spec.containers the containers take 2 of requests.cpu beside the 1 in use,"
                + " limited to 2 (ResourceQuota team)");
  }

  @Test
  void whatIsTakenIsToldInTheUnitsOfTheManifest() {
    assertThat(denied(Admitted.partly(quota("hard: {requests.memory: 200Mi}", ""))
            .create(pod("memory: 300Mi"))))
        .containsExactly("spec.containers the containers take 300Mi of requests.memory,"
            + " limited to 200Mi (ResourceQuota team)");
  }

  @Test
  void whereProcessorsAreLimitedContainersMustAskForThem() {
    assertThat(denied(counted("requests.cpu: 2", "requests.cpu: 0").create(pod(""))))
        .containsExactly("spec.containers[0].resources.requests[cpu] must be given where"
            + " requests.cpu is limited (ResourceQuota team)");
  }

  @Test
  void aPodThatSaysWhatItTakesAsAWholeNeedNotSayItOfContainers() {
    String pod = pod("").replace("spec: {", "spec: {resources: {requests: {cpu: 1}}, ");

    assertThat(counted("requests.cpu: 2", "requests.cpu: 0").create(pod).accepted())
        .isTrue();
  }

  @Test
  void aLimitRangeThatNobodyKnowsMayFillThemIn() {
    Admitted partly = Admitted.partly(quota("hard: {requests.cpu: 2}", ""));

    assertThat(partly.create(pod("")).accepted()).isTrue();
  }

  @Test
  void ofAQuotaInAManifestOnlyWhatDoesNotFitAloneIsKnownNotToFit() {
    Admitted partly = Admitted.partly(quota("hard: {requests.cpu: 2, pods: 1}", ""));

    assertThat(partly.create(pod("cpu: 2")).accepted()).isTrue();
    assertThat(denied(partly.create(pod("cpu: 3")))).hasSize(1);
  }

  @Test
  void aQuotaThatHasNotBeenCountedYetHoldsNobodyBack() {
    Admitted fresh = Admitted.cluster(NAMESPACE + quota("hard: {pods: 0}", ""));

    assertThat(fresh.create(pod("cpu: 1")).accepted()).isTrue();
  }

  @Test
  void objectsAreCountedByTheirKind() {
    String deployment = "{apiVersion: apps/v1, kind: Deployment, metadata: {name: web}, spec:"
        + " {selector: {matchLabels: {a: b}}, template: {metadata: {labels: {a: b}},"
        + " spec: {containers: [{name: main, image: 'web:1'}]}}}}";

    assertThat(denied(
            counted("count/deployments.apps: 1", "count/deployments.apps: 1").create(deployment)))
        .hasSize(1);
  }

  @Test
  void nodePortsAreCountedByTheServicesPorts() {
    String service = "{apiVersion: v1, kind: Service, metadata: {name: web}, spec: {type: NodePort,"
        + " ports: [{name: a, port: 80}, {name: b, port: 81}]}}";

    assertThat(denied(counted("services.nodeports: 1", "services.nodeports: 0").create(service)))
        .singleElement()
        .asString()
        .startsWith("spec.ports this object takes 2");
  }

  @Test
  void aScopeChoosesPods() {
    Admitted bestEffort = Admitted.partly(quota("hard: {pods: 0}, scopes: [BestEffort]", ""));

    assertThat(bestEffort.create(pod("cpu: 1")).accepted()).isTrue();
    assertThat(denied(bestEffort.create(pod("")))).hasSize(1);
  }

  @Test
  void storageIsCountedByItsClassToo() {
    String claim = "{apiVersion: v1, kind: PersistentVolumeClaim, metadata: {name: data}, spec: {"
        + "storageClassName: gold, accessModes: [ReadWriteOnce],"
        + " resources: {requests: {storage: 2Gi}}}}";

    Admitted cluster = Admitted.partly(
        quota("hard: {gold.storageclass.storage.k8s.io/requests.storage: 1Gi}", ""));

    assertThat(denied(cluster.create(claim))).hasSize(1);
  }
}
