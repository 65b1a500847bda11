package dev.seaworthy.validate.check.core.pod;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchedulingTest {

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "{operator: Exists}|",
        "{key: a, operator: Exists, value: b}|Invalid operator",
        "{value: a}|Invalid operator",
        "{key: a, operator: Gt, value: '5'}|NotSupported operator",
        "{key: a, operator: Exists, effect: NoSchedule, tolerationSeconds: 5}|Invalid effect",
        "{key: a, operator: Exists, effect: Never}|NotSupported effect"
      })
  void aTolerationSaysWhatItTolerates(String toleration, String cause) {
    assertThat(Judged.causes("tolerations: [" + toleration + "]"))
        .allMatch(c -> c.replace("spec.tolerations[0].", "").equals(cause))
        .hasSize(cause == null ? 0 : 1);
  }

  @Test
  void aNodeSelectorTermKnowsItsOperators() {
    assertThat(Judged.causes("""
                affinity:
                  nodeAffinity:
                    requiredDuringSchedulingIgnoredDuringExecution:
                      nodeSelectorTerms:
                        - matchExpressions: [{key: a, operator: In}, {key: a, operator: Is}]
                          matchFields: [{key: metadata.uid, operator: In, values: [x]}]
                """))
        .map(c -> c.replaceAll("spec.*Terms", ""))
        .containsExactly(
            "Required [0].matchExpressions[0].values",
            "Invalid [0].matchExpressions[1].operator",
            "Invalid [0].matchFields[0].key");
  }

  @Test
  void aKeyIsMatchedOnceOnly() {
    assertThat(Judged.causes("""
                affinity:
                  podAffinity:
                    requiredDuringSchedulingIgnoredDuringExecution:
                      - topologyKey: zone
                        labelSelector: {}
                        matchLabelKeys: [a]
                        mismatchLabelKeys: [a]
                """))
        .containsExactly(
            "Invalid spec.affinity.podAffinity.requiredDuringSchedulingIgnoredDuringExecution[0]"
                + ".matchLabelKeys[0]");
  }

  @Test
  void twoConstraintsAreNotOfOneKind() {
    assertThat(Judged.causes("""
                topologySpreadConstraints:
                  - {maxSkew: 1, topologyKey: z, whenUnsatisfiable: DoNotSchedule}
                  - {maxSkew: 2, topologyKey: z, whenUnsatisfiable: DoNotSchedule}
                """))
        .containsExactly(
            "Duplicate spec.topologySpreadConstraints[0].{topologyKey, whenUnsatisfiable}");
  }

  @Test
  void aGatedPodHasNoNode() {
    assertThat(Judged.causes("nodeName: node-1\nschedulingGates: [{name: a}, {name: a}]"))
        .containsExactly("Duplicate spec.schedulingGates[1]", "Forbidden spec.nodeName");
  }

  @Test
  void dnsByNobodyNeedsAServer() {
    assertThat(Judged.causes("dnsPolicy: None")).containsExactly("Required spec.dnsConfig");
    assertThat(Judged.causes("dnsPolicy: None\ndnsConfig: {searches: ['-bad']}"))
        .as("nothing else is judged before")
        .containsExactly("Required spec.dnsConfig.nameservers");
  }

  @Test
  void addressesAreWrittenTheUsualWay() {
    assertThat(Judged.causes("hostAliases: [{ip: 010.0.0.1}, {ip: '::ffff:1.2.3.4'}, {ip: '::1'}]"))
        .containsExactly("Invalid spec.hostAliases[0].ip", "Invalid spec.hostAliases[1].ip");
  }
}
