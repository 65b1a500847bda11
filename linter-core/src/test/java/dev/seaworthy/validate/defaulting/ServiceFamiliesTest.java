package dev.seaworthy.validate.defaulting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.api.Release;
import dev.seaworthy.api.catalog.BuiltInCatalog;
import dev.seaworthy.manifest.ManifestReader;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.validate.ApiServer;
import dev.seaworthy.validate.Verdict;
import dev.seaworthy.validate.admission.AdmissionSettings;
import dev.seaworthy.validate.field.AddressFamilies;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Services in clusters with one family of addresses and with both. */
class ServiceFamiliesTest {

  private static final ApiServer ASSUMED = ApiServer.of(BuiltInCatalog.of(Release.NEWEST));

  private static ApiServer with(String... families) {
    return ASSUMED.with(AdmissionSettings.USUAL.withFamilies(
        AddressFamilies.of(List.of(families)).orElseThrow()));
  }

  private static Node service(String spec) {
    String text = "{apiVersion: v1, kind: Service, metadata: {name: web}, spec: {" + spec
        + ", ports: [{port: 80}]}}";
    return new ManifestReader()
        .read("a.yaml", text.getBytes(StandardCharsets.UTF_8))
        .documents()
        .get(0)
        .root();
  }

  private static String families(ApiServer server, String spec) {
    return server
        .create(service(spec))
        .result()
        .orElseThrow()
        .at("spec", "ipFamilies")
        .items()
        .stream()
        .map(Node::text)
        .toList()
        .toString();
  }

  private static List<String> causes(Verdict verdict) {
    return verdict.causes().stream().map(cause -> cause.field().toString()).toList();
  }

  private static List<String> causes(ApiServer server, String spec) {
    return causes(server.create(service(spec)));
  }

  @Test
  void aServiceThatAsksForNothingGetsThePrimaryFamily() {
    assertThat(families(ASSUMED, "selector: {a: b}")).isEqualTo("[IPv4]");
    assertThat(families(with("IPv6", "IPv4"), "selector: {a: b}")).isEqualTo("[IPv6]");
  }

  @Test
  void whoPrefersBothGetsWhatTheClusterHas() {
    String spec = "ipFamilyPolicy: PreferDualStack, selector: {a: b}";

    assertThat(families(with("IPv4"), spec)).isEqualTo("[IPv4]");
    assertThat(families(with("IPv4", "IPv6"), spec)).isEqualTo("[IPv4, IPv6]");
    assertThat(families(with("IPv4", "IPv6"), spec + ", ipFamilies: [IPv6]"))
        .isEqualTo("[IPv6, IPv4]");
  }

  @Test
  void whoRequiresBothIsRefusedByAClusterOfOne() {
    String spec = "ipFamilyPolicy: RequireDualStack, selector: {a: b}";

    assertThat(causes(ASSUMED, spec)).containsExactly("spec.ipFamilyPolicy");
    assertThat(causes(with("IPv6"), spec)).containsExactly("spec.ipFamilyPolicy");
    assertThat(causes(with("IPv6", "IPv4"), spec)).isEmpty();
  }

  @Test
  void aFamilyThatTheClusterLacksIsRefused() {
    assertThat(causes(ASSUMED, "ipFamilies: [IPv6], selector: {a: b}"))
        .containsExactly("spec.ipFamilies[0]");
    assertThat(causes(with("IPv6"), "ipFamilies: [IPv4], selector: {a: b}"))
        .containsExactly("spec.ipFamilies[0]");
    assertThat(causes(with("IPv6"), "clusterIP: 10.96.0.9, selector: {a: b}"))
        .containsExactly("spec.clusterIPs[0]");
  }

  @Test
  void whoKeepsEndpointsByHandMayHaveBothAnywhere() {
    assertThat(families(ASSUMED, "clusterIP: None")).isEqualTo("[IPv4, IPv6]");
    assertThat(families(with("IPv6"), "clusterIP: None")).isEqualTo("[IPv6, IPv4]");
    assertThat(families(with("IPv6"), "clusterIP: None, ipFamilyPolicy: SingleStack"))
        .isEqualTo("[IPv6]");
  }

  @Test
  void anUpdateThatNamesNoPolicyKeepsTheFormerOne() {
    ApiServer server = with("IPv4", "IPv6");
    Node old = stored(server, "ipFamilyPolicy: RequireDualStack, selector: {a: b}");

    Verdict verdict = server.update(service("selector: {a: c}"), old);

    assertThat(verdict.result().orElseThrow().at("spec", "ipFamilyPolicy").text())
        .isEqualTo("RequireDualStack");
  }

  @Test
  void onlySingleStackGivesUpTheSecondFamily() {
    ApiServer server = with("IPv4", "IPv6");
    Node old = stored(server, "ipFamilyPolicy: RequireDualStack, selector: {a: b}");

    assertThat(causes(server.update(service("ipFamilies: [IPv4], selector: {a: b}"), old)))
        .containsExactly("spec.ipFamilyPolicy");
    Verdict single = server.update(
        service("ipFamilyPolicy: SingleStack, ipFamilies: [IPv4, IPv6], selector: {a: b}"), old);
    assertThat(single.result().orElseThrow().at("spec", "ipFamilies").size()).isEqualTo(1);
  }

  @Test
  void aServiceThatPrefersBothStaysAsItWasMadeWhenTheClusterChanges() {
    Node old = stored(with("IPv4"), "ipFamilyPolicy: PreferDualStack, selector: {a: b}");
    Node same = service(
        "ipFamilyPolicy: PreferDualStack, ipFamilies: [IPv4], type: ClusterIP, selector: {a: c}");

    Verdict verdict = with("IPv4", "IPv6").update(same, old);

    assertThat(verdict.result().orElseThrow().at("spec", "ipFamilies").size()).isEqualTo(1);
  }

  private static Node stored(ApiServer server, String spec) {
    return server.create(service(spec)).result().orElseThrow().root();
  }
}
