package dev.seaworthy.validate.check.core.pod;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PodUpdateTest {

  private static final String POD = "containers: [{name: main, image: 'web:1'}]\n";

  private static List<String> changed(String before, String after) {
    return Judged.causes(Judged.change(before, after));
  }

  @Test
  void theManifestThatMadeItChangesNothing() {
    assertThat(changed(POD, POD)).isEmpty();
  }

  @Test
  void anImageMayChangeButNothingElseOfAContainer() {
    assertThat(changed(POD, "containers: [{name: main, image: 'web:2'}]")).isEmpty();
    assertThat(changed(POD, "containers: [{name: main, image: 'web:1', tty: true}]"))
        .containsExactly("Forbidden spec");
    assertThat(changed(POD, POD + "initContainers: [{name: i, image: i}]"))
        .containsExactly("Forbidden spec.initContainers");
  }

  @Test
  void aFalseThatGoCannotTellFromNothingIsNoChange() {
    assertThat(changed("hostNetwork: false", "")).isEmpty();
    assertThat(changed("", "automountServiceAccountToken: false"))
        .containsExactly("Forbidden spec");
  }

  @Test
  void aDeadlineOnlyGetsShorter() {
    assertThat(changed("", "activeDeadlineSeconds: 60")).isEmpty();
    assertThat(changed("activeDeadlineSeconds: 60", "activeDeadlineSeconds: 30"))
        .isEmpty();
    assertThat(changed("activeDeadlineSeconds: 60", "activeDeadlineSeconds: 61"))
        .containsExactly("Invalid spec.activeDeadlineSeconds");
    assertThat(changed("activeDeadlineSeconds: 60", ""))
        .containsExactly("Invalid spec.activeDeadlineSeconds");
  }

  @Test
  void tolerationsAreAddedAndNeverTaken() {
    String one = "tolerations: [{key: a, operator: Exists}]";
    assertThat(changed("", one)).isEmpty();
    assertThat(changed(one, "")).containsExactly("Forbidden spec.tolerations");
  }

  @Test
  void aGatedPodCanStillBeToldWhereToGo() {
    String gated = "schedulingGates: [{name: a}]\n";
    assertThat(changed(gated, gated + "nodeSelector: {a: b}")).isEmpty();
    assertThat(changed(gated, "nodeSelector: {a: b}")).isEmpty();
    assertThat(changed(gated + "nodeSelector: {a: b}", gated + "nodeSelector: {a: c}"))
        .containsExactly("Invalid spec.nodeSelector");
    assertThat(changed("", "nodeSelector: {a: b}")).containsExactly("Forbidden spec");
    assertThat(changed("", gated)).containsExactly("Forbidden spec.schedulingGates[0].name");
  }
}
