package dev.seaworthy.validate.check.core.pod;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecurityTest {

  @Test
  void privilegesDoNotContradictEachOther() {
    assertThat(
            Judged.causes("containers: [{name: main, image: i, securityContext: {privileged: true,"
                + " allowPrivilegeEscalation: false}}]"))
        .containsExactly("Invalid spec.containers[0].securityContext");
  }

  @Test
  void onlyALocalProfileHasAName() {
    assertThat(Judged.causes(
            "securityContext: {seccompProfile: {type: Localhost}, appArmorProfile: {type:"
                + " Unconfined, localhostProfile: x}}"))
        .containsExactly(
            "Required spec.securityContext.seccompProfile.localhostProfile",
            "Invalid spec.securityContext.appArmorProfile.localhostProfile");
  }

  @Test
  void aPodWithUsersOfItsOwnSharesNoNamespace() {
    assertThat(Judged.causes("hostUsers: false\nhostNetwork: true\nhostPID: true"))
        .containsExactly("Forbidden spec.hostNetwork", "Forbidden spec.HostPID");
  }

  @Test
  void unmaskedProcNeedsUsersOfItsOwn() {
    String pod =
        "hostUsers: %s\ncontainers: [{name: a, image: i, securityContext: {procMount: Unmasked}}]";
    assertThat(Judged.causes(pod.formatted(false))).isEmpty();
    assertThat(Judged.causes(pod.formatted(true)))
        .containsExactly("Invalid spec.containers[0].securityContext.procMount");
  }

  @ParameterizedTest(name = "{0} with {1}: {2}")
  @CsvSource({
    "net.ipv4.tcp_syncookies, hostNetwork, 1",
    "net/ipv4/tcp_syncookies, hostNetwork, 1",
    "net.ipv4.tcp_syncookies, hostIPC, 0",
    "kernel.shmmax, hostIPC, 1",
    "Kernel.x, hostPID, 1"
  })
  void sysctlsAreThePodsOwn(String name, String shared, int causes) {
    assertThat(Judged.causes(
            shared + ": true\nsecurityContext: {sysctls: [{name: " + name + ", value: '1'}]}"))
        .hasSize(causes);
  }

  @Test
  void aSystemHasNoOptionsOfTheOther() {
    assertThat(Judged.causes("os: {name: linux}\nsecurityContext: {windowsOptions: {}}"))
        .containsExactly("Forbidden spec.securityContext.windowsOptions");
    assertThat(Judged.causes("os: {name: windows}\nhostPID: true\nsecurityContext: {runAsUser: 1}"))
        .containsExactly("Forbidden spec.securityContext.runAsUser", "Forbidden spec.hostPID");
    assertThat(Judged.causes("os: {name: beos}")).containsExactly("NotSupported spec.os");
  }

  @Test
  void eitherAllContainersAreProcessesOfTheHostOrNone() {
    assertThat(Judged.causes("""
                hostNetwork: true
                containers:
                  - {name: a, image: i, securityContext: {windowsOptions: {hostProcess: true}}}
                  - {name: b, image: i}
                """)).containsExactly("Invalid spec");
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "ContainerUser, 0",
    "DOMAIN\\user, 0",
    "'', 1",
    "a\\b\\c, 1",
    "a:b\\c, 1",
    "a\\..., 1",
    "a/b, 1"
  })
  void aWindowsUserHasAFormOfItsOwn(String user, int causes) {
    assertThat(Judged.causes("securityContext: {windowsOptions: {runAsUserName: '" + user + "'}}"))
        .hasSize(causes);
  }
}
