package dev.seaworthy.lint;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Whoever comes from another linter finds each of its checks here, or the reason why it is not. */
class MappingsTest {

  private static final Mappings MAPPINGS = Mappings.of(RuleCatalog.load());

  @Test
  void everyCheckOfAnotherLinterHasARuleOrAReason() {
    assertThat(MAPPINGS.checks())
        .allSatisfy(check -> assertThat(MAPPINGS.rulesFor(check.name()).isEmpty())
            .as("%s is covered by a rule and not excused, or the other way round", check.name())
            .isEqualTo(!check.notTaken().isEmpty()));
  }

  @Test
  void aRuleCoversOnlyWhatThatLinterHas() {
    assertThat(MAPPINGS.rules().keySet())
        .filteredOn(covered -> MAPPINGS.wholeTools().contains(covered.tool()))
        .isSubsetOf(MAPPINGS.checks().stream().map(Mappings.Check::name).toList());
  }

  @Test
  void ofTheLintersThatWeReplaceAllAreListed() {
    assertThat(MAPPINGS.wholeTools())
        .containsExactly(
            "kube-linter", "kube-score", "polaris", "pod-security", "pluto", "cis", "nsa-cisa");
    assertThat(MAPPINGS.checksOf("kube-linter")).hasSize(79);
    assertThat(MAPPINGS.checksOf("kube-score")).hasSize(39);
    assertThat(MAPPINGS.checksOf("polaris")).hasSize(44);
    assertThat(MAPPINGS.checksOf("cis")).hasSize(35);
  }
}
