package dev.seaworthy.validate.check.core.pod;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MountsTest {

  private static final String POD = """
      volumes: [{name: v, emptyDir: {}}, {name: claim, persistentVolumeClaim: {claimName: c}}]
      containers: [{name: main, image: i, %s}]
      """;

  @Test
  void pathsAreUnique() {
    assertThat(Judged.causes(POD.formatted(
            "volumeMounts: [{name: v, mountPath: /a}, {name: claim, mountPath: /a}]")))
        .containsExactly("Invalid spec.containers[0].volumeMounts[1].mountPath");
  }

  @Test
  void aPathInAVolumeIsReportedAtTheList() {
    assertThat(
            Judged.causes(POD.formatted("volumeMounts: [{name: v, mountPath: /a, subPath: ../x}]")))
        .containsExactly("Invalid spec.containers[0].volumeMounts.subPath");
  }

  @Test
  void recursiveReadOnlyIsReadOnlyAndStaysInside() {
    assertThat(Judged.causes(
            POD.formatted("volumeMounts: [{name: v, mountPath: /a, recursiveReadOnly: Enabled,"
                + " mountPropagation: HostToContainer}]")))
        .containsExactly(
            "Forbidden spec.containers[0].volumeMounts.recursiveReadOnly",
            "Forbidden spec.containers[0].volumeMounts.recursiveReadOnly");
  }

  @Test
  void onlyPrivilegedContainersMountForOthers() {
    String mount = "volumeMounts: [{name: v, mountPath: /a, mountPropagation: Bidirectional}],"
        + " securityContext: {privileged: %s}";
    assertThat(Judged.causes(POD.formatted(mount.formatted(true)))).isEmpty();
    assertThat(Judged.causes(POD.formatted(mount.formatted(false))))
        .containsExactly("Forbidden spec.containers[0].volumeMounts.mountPropagation");
  }

  @Test
  void onlyClaimsAreDevices() {
    assertThat(Judged.causes(
            POD.formatted("volumeDevices: [{name: claim, devicePath: /dev/a}, {name: v, devicePath:"
                + " /dev/b}]")))
        .containsExactly("Invalid spec.containers[0].volumeDevices[1].name");
  }
}
