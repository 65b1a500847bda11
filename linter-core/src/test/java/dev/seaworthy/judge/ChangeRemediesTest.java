package dev.seaworthy.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.Input;
import dev.seaworthy.Seaworthy;
import dev.seaworthy.UnreadableInput;
import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.diagnostic.Severity;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What can't be changed comes with a way to get there nevertheless. */
class ChangeRemediesTest {

  @Test
  void ofASelectorLeavesThePodsRunning() throws UnreadableInput {
    String deployment = """
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: web}
        spec:
          selector: {matchLabels: {app: OLD}}
          template:
            metadata: {labels: {app: OLD}}
            spec: {containers: [{name: c, image: "web:1"}]}
        """;

    assertThat(remedy(deployment)).contains("Keep the selector").contains("--cascade=orphan");
  }

  @Test
  void ofAStatefulSetTellsOfItsClaims() throws UnreadableInput {
    String set = """
        apiVersion: apps/v1
        kind: StatefulSet
        metadata: {name: db}
        spec:
          serviceName: OLD
          selector: {matchLabels: {app: db}}
          template:
            metadata: {labels: {app: db}}
            spec: {containers: [{name: c, image: "db:1"}]}
        """;

    assertThat(remedy(set)).contains("--cascade=orphan").contains("Claims that are there stay");
  }

  @Test
  void ofABindingNamesTheCommand() throws UnreadableInput {
    String binding = """
        apiVersion: rbac.authorization.k8s.io/v1
        kind: RoleBinding
        metadata: {name: web}
        roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: OLD}
        """;

    assertThat(remedy(binding)).contains("kubectl auth reconcile");
  }

  @Test
  void ofAJobIsANewOne() throws UnreadableInput {
    String job = """
        apiVersion: batch/v1
        kind: Job
        metadata: {name: web}
        spec: {template: {spec: {restartPolicy: Never, containers: [{name: c, image: "OLD:1"}]}}}
        """;

    assertThat(remedy(job)).startsWith("Delete the old object and apply this one");
  }

  @Test
  void ofImmutableDataIsANewName() throws UnreadableInput {
    String config =
        "{apiVersion: v1, kind: ConfigMap, metadata: {name: a}, immutable: true, data: {k: OLD}}";

    assertThat(remedy(config)).contains("new name").contains("configMapGenerator");
  }

  @Test
  void ofAClaimSaysWhatMayGrow() throws UnreadableInput {
    String claim = """
        apiVersion: v1
        kind: PersistentVolumeClaim
        metadata: {name: data}
        spec: {storageClassName: OLD, accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}
        """;

    assertThat(remedy(claim)).contains("spec.resources.requests.storage, which may grow");
  }

  @Test
  void ofAServicesAddressIsToLeaveItOut() throws UnreadableInput {
    String service =
        "{apiVersion: v1, kind: Service, metadata: {name: a}, spec: {clusterIP: IP, ports: [{port:"
            + " 80}]}}";

    assertThat(remedy(service.replace("IP,", "10.96.0.20,"), service.replace("IP,", "10.96.0.21,")))
        .startsWith("Leave the field out");
  }

  private static String remedy(String manifest) throws UnreadableInput {
    return remedy(manifest.replace("OLD", "old"), manifest.replace("OLD", "new"));
  }

  private static String remedy(String before, String after) throws UnreadableInput {
    List<Diagnostic> errors = Seaworthy.usual()
        .applyingOver(Input.text("old.yaml", before))
        .validate(Input.text("new.yaml", after))
        .stream()
        .flatMap(file -> file.diagnostics().stream())
        .filter(each -> each.severity() == Severity.ERROR)
        .toList();
    assertThat(errors).isNotEmpty();
    return errors.get(0).remedy().orElse("");
  }
}
