package dev.seaworthy.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.api.Release;
import dev.seaworthy.conformance.Corpus;
import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.manifest.Absent;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.validate.admission.podsecurity.SecurityDemand;
import dev.seaworthy.validate.admission.podsecurity.SecurityLevel;
import dev.seaworthy.validate.admission.podsecurity.SecurityStandards;
import dev.seaworthy.validate.field.Value;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The two Pod Security profiles object to a pod if, and only if, the admission plugin refuses it. */
class PodSecurityProfilesTest {

  private static final Corpus CORPUS = new Corpus(Corpus.OF_THIS_MODULE);
  private static final RuleCatalog CATALOG = RuleCatalog.load();
  private static final List<RuleProfile> PROFILES =
      List.of(RuleProfile.POD_SECURITY_BASELINE, RuleProfile.POD_SECURITY_RESTRICTED);

  @TestFactory
  Stream<DynamicTest> rulesFindWhatARealServerRefuses() {
    return recorded()
        .flatMap(pod -> PROFILES.stream()
            .map(profile -> DynamicTest.dynamicTest(
                pod.get("id").text() + " " + profile.word(), () -> sameControls(pod, profile))));
  }

  @TestFactory
  Stream<DynamicTest> rulesAgreeWithThePluginInEveryRelease() {
    return Stream.concat(Stream.of(new Release(24)), Release.supported().stream())
        .flatMap(release -> PROFILES.stream()
            .map(profile -> DynamicTest.dynamicTest(
                release + " " + profile.word(), () -> agree(release, profile))));
  }

  private static Stream<Mapping> recorded() {
    return CORPUS.lines("admission/pods.jsonl");
  }

  /** Each violated control has a finding of a rule that covers it, and no finding is without one. */
  private static void sameControls(Node recorded, RuleProfile profile) {
    Set<String> violated =
        recorded.at("expect", "violations", level(profile).word()).items().stream()
            .map(Node::text)
            .map(PodSecurityProfilesTest::name)
            .collect(Collectors.toSet());
    List<Set<String>> found = findings(recorded.get("object"), Release.NEWEST, profile).stream()
        .map(finding -> controls(finding.code()))
        .toList();
    assertThat(found).allMatch(controls -> controls.stream().anyMatch(violated::contains));
    assertThat(violated).allMatch(one -> found.stream().anyMatch(all -> all.contains(one)));
  }

  private static Set<String> controls(String rule) {
    return CATALOG.covers(CATALOG.find(rule).orElseThrow()).stream()
        .filter(covered -> covered.tool().equals("pod-security"))
        .map(CoveredCheck::check)
        .map(PodSecurityProfilesTest::name)
        .collect(Collectors.toSet());
  }

  /** The server names some controls alike at both levels. */
  private static String name(String control) {
    return control.replaceFirst("_(baseline|restricted)$", "");
  }

  private static void agree(Release release, RuleProfile profile) {
    assertThat(recorded()).allSatisfy(recorded -> {
      Node pod = recorded.get("object");
      assertThat(findings(pod, release, profile).isEmpty())
          .as(recorded.get("id").text())
          .isEqualTo(isAllowed(pod, release, profile));
    });
  }

  private static boolean isAllowed(Node pod, Release release, RuleProfile profile) {
    SecurityDemand demand = new SecurityDemand(level(profile), release.minor());
    Value value = Value.root(pod, Absent.INSTANCE);
    return SecurityStandards.violations(demand, release.minor(), value).isEmpty();
  }

  private static SecurityLevel level(RuleProfile profile) {
    return profile == RuleProfile.POD_SECURITY_BASELINE
        ? SecurityLevel.BASELINE
        : SecurityLevel.RESTRICTED;
  }

  private static List<Diagnostic> findings(Node pod, Release release, RuleProfile profile) {
    LintSettings settings = LintSettings.of(release).withProfile(profile);
    return Lint.with(CATALOG, settings).run(pod.toJson());
  }
}
