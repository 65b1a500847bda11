package dev.seaworthy.validate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.api.Release;
import dev.seaworthy.api.catalog.BuiltInCatalog;
import dev.seaworthy.manifest.ManifestReader;
import dev.seaworthy.manifest.Node;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** In what older releases answer otherwise than the newest. */
class OlderReleasesTest {

  private static final String ROLE = """
      apiVersion: rbac.authorization.k8s.io/v1
      kind: Role
      metadata: {name: reader}
      rules: [{apiGroups: [""], resources: [pods]%s}]
      """;

  @Test
  void sayTwiceWhatTheyFindInANewObjectAndInItsChange() {
    Node before = read(ROLE.formatted(", verbs: [get]"));
    Node after = read(ROLE.formatted(""));

    assertThat(causes(34, before, after))
        .containsExactly("Required rules[0].verbs", "Required rules[0].verbs");
    assertThat(causes(35, before, after)).containsExactly("Required rules[0].verbs");
  }

  @Test
  void sayOnceThatSomethingMayNotChange() {
    Node before = read(volume("nfs: {server: a, path: /a}"));
    Node after = read(volume("nfs: {server: b, path: /a}"));

    assertThat(causes(33, before, after)).containsExactly("Forbidden spec.persistentvolumesource");
  }

  @Test
  void tellOfChangedLabelsAsOftenAsTheKindJudgesThem() {
    assertThat(causes(35, read(labelled("Secret", "a")), read(labelled("Secret", "a b"))))
        .hasSize(4)
        .containsOnly("Invalid metadata.labels");
    assertThat(causes(35, read(labelled("PodTemplate", "a")), read(labelled("PodTemplate", "a b"))))
        .hasSize(3);
    assertThat(causes(36, read(labelled("Secret", "a")), read(labelled("Secret", "a b"))))
        .hasSize(1);
  }

  @Test
  void letServicesStartWithALetterOnly() {
    String service = """
        apiVersion: v1
        kind: Service
        metadata: {name: 1st}
        spec: {ports: [{port: 80}]}
        """;

    assertThat(causes(35, service)).containsExactly("Invalid metadata.name");
    assertThat(causes(36, service)).isEmpty();
  }

  @Test
  void lookOnlyIntoWhatTheTypeOfAPriorityLevelNames() {
    String level = """
        apiVersion: flowcontrol.apiserver.k8s.io/v1
        kind: PriorityLevelConfiguration
        metadata: {name: some}
        spec: {type: Odd, limited: {nominalConcurrencyShares: -1}}
        """;

    assertThat(causes(35, level)).containsExactly("NotSupported spec.type");
    assertThat(causes(36, level)).contains("Forbidden spec.limited");
  }

  @Test
  void dropWhatIsBehindAGateOrKeepTheDefaultInItsPlace() {
    Verdict verdict = server(32).create(read("""
        apiVersion: v1
        kind: Pod
        metadata: {name: one}
        spec:
          hostUsers: false
          containers: [{name: a, image: i, securityContext: {procMount: Unmasked}}]
        """));

    Node spec = verdict.result().orElseThrow().root().get("spec");
    assertThat(spec.get("hostUsers").isAbsent()).isTrue();
    assertThat(spec.get("containers").get(0).at("securityContext", "procMount").text())
        .isEqualTo("Default");
  }

  @Test
  void keepNoFieldSelectorsOfDefinitionsUntilTheyWereTheDefault() {
    String definition = """
        apiVersion: apiextensions.k8s.io/v1
        kind: CustomResourceDefinition
        metadata: {name: things.example.com}
        spec:
          group: example.com
          names: {kind: Thing, plural: things}
          scope: Cluster
          versions:
            - name: v1
              served: true
              storage: true
              schema: {openAPIV3Schema: {type: object}}
              selectableFields: [{jsonPath: .spec.none}]
        """;

    assertThat(causes(30, definition)).isEmpty();
    assertThat(causes(31, definition)).isNotEmpty();
  }

  @ParameterizedTest(name = "{0} from 1.{1} on")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "isIP('10.0.0.1') | 31",
        "!format.dns1123Label().validate('a').hasValue() | 32",
        "[1].all(i, v, i >= 0) | 33",
        "isSemver('1.2.3') | 34",
        "[1].distinct().size() == 1 | 35",
      })
  void takeExpressionsOfFunctionsThatTheReleaseBeforeKnows(String expression, int first) {
    assertThat(causes(first, policy(expression))).isEmpty();
    assertThat(causes(first - 1, policy(expression)))
        .containsExactly("Invalid spec.validations[0].expression");
    assertThat(causes(first - 1, definition(expression)))
        .anyMatch(cause -> cause.endsWith("x-kubernetes-validations[0].rule"));
  }

  private static String policy(String expression) {
    return """
        apiVersion: admissionregistration.k8s.io/v1
        kind: ValidatingAdmissionPolicy
        metadata: {name: some}
        spec:
          matchConstraints:
            resourceRules:
              - {apiGroups: [""], apiVersions: [v1], operations: [CREATE], resources: [pods]}
          validations:
            - expression: |
                %s
        """.formatted(expression);
  }

  private static String definition(String rule) {
    return """
        apiVersion: apiextensions.k8s.io/v1
        kind: CustomResourceDefinition
        metadata: {name: things.example.com}
        spec:
          group: example.com
          names: {kind: Thing, plural: things}
          scope: Cluster
          versions:
            - name: v1
              served: true
              storage: true
              schema:
                openAPIV3Schema:
                  type: object
                  x-kubernetes-validations:
                    - rule: |
                        %s
        """.formatted(rule);
  }

  @Test
  void warnOfOddAddressesFrom133On() {
    String policy = """
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata: {name: some}
        spec: {podSelector: {}, egress: [{to: [{ipBlock: {cidr: 10.0.0.1/8}}]}]}
        """;

    assertThat(server(32).create(read(policy)).warnings()).isEmpty();
    assertThat(server(33).create(read(policy)).warnings()).hasSize(1);
    assertThat(causes(36, policy)).isNotEmpty();
  }

  @Test
  void warnOfAddressesOfServicesThatNewerParsersRefuse() {
    String service = """
        apiVersion: v1
        kind: Service
        metadata: {name: some}
        spec:
          type: LoadBalancer
          ports: [{port: 80}]
          loadBalancerIP: %s
        """;

    assertThat(server(32).create(read(service.formatted("anything"))).warnings())
        .hasSize(1);
    assertThat(server(32).create(read(service.formatted("'2001:DB8::1'"))).warnings())
        .hasSize(1);
    assertThat(server(32).create(read(service.formatted("192.0.2.1"))).warnings())
        .isEmpty();
    assertThat(server(33).create(read(service.formatted("anything"))).warnings())
        .isEmpty();
  }

  @Test
  void nameTheFieldThatReadsItselfInPlaceOfWhatIsInside() {
    String definition = """
        apiVersion: apiextensions.k8s.io/v1
        kind: CustomResourceDefinition
        metadata: {name: things.example.com}
        spec:
          group: example.com
          names: {kind: Thing, plural: things}
          scope: Cluster
          versions:
            - name: v1
              served: true
              storage: true
              schema: {openAPIV3Schema: {type: object, items: {maxLength: many}}}
        """;

    assertThat(decode(34, definition))
        .containsExactly("spec.versions.schema.openAPIV3Schema.items");
    assertThat(decode(35, definition))
        .containsExactly("spec.versions.schema.openAPIV3Schema.items.maxLength");
  }

  @Test
  void keepTheQualityOfServiceOfAPodApartUntil131() {
    Node before = read(pod(""));
    Node after = read(pod(", resources: {requests: {cpu: 1}}"));

    assertThat(causes(31, before, after)).containsExactly("Invalid metadata", "Forbidden spec");
    assertThat(causes(32, before, after)).containsExactly("Forbidden spec");
  }

  @Test
  void letClaimsShrinkNeverUntilExpansionsCouldBeMended() {
    Node before = read(claim("2Gi", "status: {phase: Bound, capacity: {storage: 1Gi}}"));
    Node after = read(claim("1500Mi", ""));

    assertThat(causes(31, before, after))
        .containsExactly("Forbidden spec.resources.requests.storage");
    assertThat(causes(32, before, after)).isEmpty();
  }

  private static String volume(String source) {
    return """
        apiVersion: v1
        kind: PersistentVolume
        metadata: {name: some}
        spec: {capacity: {storage: 1Gi}, accessModes: [ReadWriteOnce], %s}
        """.formatted(source);
  }

  private static String labelled(String kind, String label) {
    String template =
        kind.equals("PodTemplate") ? "template: {spec: {containers: [{name: a, image: i}]}}" : "";
    return """
        apiVersion: v1
        kind: %s
        metadata: {name: some, labels: {a: %s}}
        %s
        """.formatted(kind, label, template);
  }

  private static String pod(String more) {
    return """
        apiVersion: v1
        kind: Pod
        metadata: {name: some}
        spec: {containers: [{name: a, image: i%s}]}
        """.formatted(more);
  }

  private static String claim(String size, String status) {
    return """
        apiVersion: v1
        kind: PersistentVolumeClaim
        metadata: {name: some}
        spec:
          accessModes: [ReadWriteOnce]
          storageClassName: fast
          resources: {requests: {storage: %s}}
        %s
        """.formatted(size, status);
  }

  private static List<String> causes(int minor, String object) {
    return named(server(minor).create(read(object)));
  }

  private static List<String> causes(int minor, Node before, Node after) {
    return named(server(minor).update(after, before));
  }

  private static List<String> decode(int minor, String object) {
    return server(minor).create(read(object)).decode().stream()
        .map(error -> error.field())
        .toList();
  }

  private static List<String> named(Verdict verdict) {
    return verdict.causes().stream()
        .map(cause -> cause.type().word() + " " + cause.field())
        .map(text -> text.replace("FieldValue", ""))
        .toList();
  }

  private static ApiServer server(int minor) {
    return ApiServer.of(BuiltInCatalog.of(new Release(minor)));
  }

  private static Node read(String manifest) {
    return new ManifestReader()
        .read("test.yaml", manifest.getBytes(StandardCharsets.UTF_8))
        .documents()
        .get(0)
        .root();
  }
}
