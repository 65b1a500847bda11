package dev.seaworthy.validate.admission.podsecurity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.manifest.Absent;
import dev.seaworthy.manifest.ManifestReader;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.validate.field.FieldError;
import dev.seaworthy.validate.field.Value;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each control objects at the field that is at fault, from the release on that brought it. */
class SecurityStandardsTest {

  private static final String HARDENED =
      "securityContext: {runAsNonRoot: true, seccompProfile: {type: RuntimeDefault}},";
  private static final String DROPPED =
      "allowPrivilegeEscalation: false, capabilities: {drop: [ALL]}";

  private static List<String> fields(SecurityDemand demand, String spec, String container) {
    String pod = "metadata: {name: web}, spec: {%s containers: [{name: main, image: a, %s}]}"
        .formatted(spec, container);
    return violations(demand, pod).stream().map(one -> one.field().toString()).toList();
  }

  private static List<FieldError> violations(SecurityDemand demand, String fields) {
    return SecurityStandards.violations(demand, 37, pod(fields));
  }

  private static Value pod(String fields) {
    String text = "{apiVersion: v1, kind: Pod, " + fields + "}";
    Node root = new ManifestReader()
        .read("pod.yaml", text.getBytes(StandardCharsets.UTF_8))
        .documents()
        .get(0)
        .root();
    return Value.root(root, Absent.INSTANCE);
  }

  private static SecurityDemand baseline(int minor) {
    return new SecurityDemand(SecurityLevel.BASELINE, minor);
  }

  private static SecurityDemand restricted(int minor) {
    return new SecurityDemand(SecurityLevel.RESTRICTED, minor);
  }

  @Test
  void aHardenedPodMeetsTheStrictestLevel() {
    assertThat(fields(restricted(37), HARDENED, "securityContext: {" + DROPPED + "}"))
        .isEmpty();
  }

  @Test
  void aPlainPodMeetsBaselineAlone() {
    assertThat(fields(baseline(37), "", "")).isEmpty();
    assertThat(fields(restricted(37), "", ""))
        .containsExactly(
            "spec.containers[0].securityContext.allowPrivilegeEscalation",
            "spec.containers[0].securityContext.capabilities.drop",
            "spec.containers[0].securityContext.runAsNonRoot",
            "spec.containers[0].securityContext.seccompProfile.type");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      hostNetwork: true                                             | spec.hostNetwork
      hostPID: true                                                 | spec.hostPID
      hostIPC: true                                                 | spec.hostIPC
      volumes: [{name: v, hostPath: {path: /}}]                     | spec.volumes[0].hostPath
      securityContext: {sysctls: [{name: kernel.msgmax}]}           | spec.securityContext.sysctls[0].name
      securityContext: {seLinuxOptions: {user: root}}               | spec.securityContext.seLinuxOptions.user
      securityContext: {seLinuxOptions: {type: spc_t}}              | spec.securityContext.seLinuxOptions.type
      securityContext: {seccompProfile: {type: Unconfined}}         | spec.securityContext.seccompProfile.type
      securityContext: {appArmorProfile: {type: Unconfined}}        | spec.securityContext.appArmorProfile.type
      securityContext: {windowsOptions: {hostProcess: true}}        | spec.securityContext.windowsOptions.hostProcess
      """)
  void baselineObjectsToAPodThatReachesOut(String spec, String field) {
    assertThat(fields(baseline(37), spec + ",", "")).containsExactly(field);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      securityContext: {privileged: true}                | spec.containers[0].securityContext.privileged
      securityContext: {procMount: Unmasked}             | spec.containers[0].securityContext.procMount
      securityContext: {capabilities: {add: [KILL, SYS_ADMIN]}} | spec.containers[0].securityContext.capabilities.add[1]
      ports: [{containerPort: 80, hostPort: 80}]         | spec.containers[0].ports[0].hostPort
      livenessProbe: {tcpSocket: {port: 1, host: a}}     | spec.containers[0].livenessProbe.tcpSocket.host
      lifecycle: {preStop: {httpGet: {port: 1, host: a}}} | spec.containers[0].lifecycle.preStop.httpGet.host
      """)
  void baselineObjectsToAContainerThatReachesOut(String container, String field) {
    assertThat(fields(baseline(37), "", container)).containsExactly(field);
  }

  @Test
  void restrictedTakesThePlaceOfBaselineWhereBothLookAtTheSame() {
    String volume = "volumes: [{name: v, hostPath: {path: /}}],";

    assertThat(fields(restricted(37), HARDENED + volume, "securityContext: {" + DROPPED + "}"))
        .containsExactly("spec.volumes[0].hostPath");
  }

  @Test
  void rootMayNotRun() {
    assertThat(fields(restricted(37), HARDENED, "securityContext: {runAsUser: 0, " + DROPPED + "}"))
        .containsExactly("spec.containers[0].securityContext.runAsUser");
  }

  @Test
  void theFieldForHostsOfProbesCameWithAReleaseOfItsOwn() {
    String probe = "livenessProbe: {tcpSocket: {port: 1, host: a}}";

    assertThat(fields(baseline(33), "", probe)).isEmpty();
    assertThat(fields(baseline(34), "", probe)).hasSize(1);
  }

  @Test
  void sysctlsBecomeSafeWithTime() {
    String sysctl = "securityContext: {sysctls: [{name: net.ipv4.tcp_fin_timeout}]},";

    assertThat(fields(baseline(28), sysctl, "")).hasSize(1);
    assertThat(fields(baseline(29), sysctl, "")).isEmpty();
  }

  @Test
  void rootIsNobodyInAUserNamespaceOfItsOwn() {
    String users = "hostUsers: false, securityContext: {seccompProfile: {type: Localhost}},";
    String root = "securityContext: {runAsUser: 0, " + DROPPED + "}";

    assertThat(fields(restricted(37), users, root)).isEmpty();
    assertThat(fields(restricted(34), users, root)).hasSize(2);
  }

  @Test
  void windowsIsSparedWhatOnlyLinuxKnows() {
    String windows = "os: {name: windows}, securityContext: {runAsNonRoot: true},";

    assertThat(fields(restricted(25), windows, "")).isEmpty();
    assertThat(fields(restricted(24), windows, "")).hasSize(3);
  }

  @Test
  void profilesWereAnnotationsOnce() {
    String pod = "metadata: {annotations: {seccomp.security.alpha.kubernetes.io/pod: unconfined,"
        + " container.apparmor.security.beta.kubernetes.io/main: unconfined}},"
        + " spec: {containers: [{name: main}]}";

    assertThat(violations(baseline(18), pod)).hasSize(2);
    assertThat(violations(baseline(19), pod)).hasSize(1);
  }

  @Test
  void theLatestStandardsAreThoseThatTheServerKnows() {
    Value value = pod("spec: {containers: [{livenessProbe: {httpGet: {host: a}}}]}");
    SecurityDemand latest = SecurityDemand.latest(SecurityLevel.BASELINE);

    assertThat(SecurityStandards.violations(latest, 33, value)).isEmpty();
    assertThat(SecurityStandards.violations(latest, 34, value)).hasSize(1);
  }
}
