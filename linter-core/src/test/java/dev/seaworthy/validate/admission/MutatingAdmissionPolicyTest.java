package dev.seaworthy.validate.admission;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.api.Release;
import dev.seaworthy.api.Resource;
import dev.seaworthy.api.catalog.BuiltInCatalog;
import dev.seaworthy.manifest.ManifestReader;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.validate.ApiServer;
import dev.seaworthy.validate.Verdict;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Policies of a cluster that change what is written to it. */
class MutatingAdmissionPolicyTest {

  private static final ApiServer SERVER = ApiServer.of(BuiltInCatalog.of(Release.NEWEST));

  private static final String CONFIG_MAP = """
      apiVersion: v1
      kind: ConfigMap
      metadata: {name: sidecar, namespace: shop}
      data: {image: 'mesh:1.2'}
      """;

  private static final String DEPLOYMENT = """
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: web, namespace: shop}
      spec:
        selector: {matchLabels: {app: web}}
        template:
          metadata: {labels: {app: web}}
          spec:
            containers: [{name: web, image: 'web:1'}]
      """;

  @Test
  void whatIsAppliedIsMergedByTheListsKeysAndFilledIn() {
    Node pod = stored(applying("""
        Object{spec: Object.spec{template: Object.spec.template{spec: Object.spec.template.spec{
          containers: [
            Object.spec.template.spec.containers{name: 'mesh', image: 'mesh:1'},
            Object.spec.template.spec.containers{name: 'web', workingDir: '/srv'}]}}}}\
        """)).at("spec", "template", "spec");

    assertThat(names(pod.get("containers"))).containsExactlyInAnyOrder("mesh", "web");
    Node web = named(pod.get("containers"), "web");
    assertThat(web.get("image").text()).isEqualTo("web:1");
    assertThat(web.get("workingDir").text()).isEqualTo("/srv");
    assertThat(named(pod.get("containers"), "mesh").get("imagePullPolicy").text())
        .isEqualTo("IfNotPresent");
  }

  @Test
  void operationsAreDoneInTheirOrder() {
    Node spec = stored(patching("""
        [JSONPatch{op: 'add', path: '/metadata/labels', value: {'team': 'a'}},
         JSONPatch{op: 'copy', from: '/spec/template/metadata/labels/app', path: '/metadata/labels/app'},
         JSONPatch{op: 'replace', path: '/spec/replicas', value: object.spec.replicas + 2}]\
        """));

    assertThat(spec.at("metadata", "labels").toJson())
        .isEqualTo("{\"team\":\"a\",\"app\":\"web\"}");
    assertThat(spec.at("spec", "replicas").longOr(0)).isEqualTo(3);
  }

  @Test
  void aTestThatFailsLeavesTheObjectAsItIs() {
    Node stored = stored(patching("""
        [JSONPatch{op: 'replace', path: '/spec/replicas', value: 7},
         JSONPatch{op: 'test', path: '/metadata/name', value: 'other'}]\
        """));

    assertThat(stored.at("spec", "replicas").longOr(0)).isEqualTo(1);
  }

  @Test
  void parametersAndVariablesAreAtHand() {
    String policy = patching(
            "[JSONPatch{op: 'add', path: '/spec/template/spec/containers/-', value:"
                + " Object.spec.template.spec.containers{name: 'mesh', image: variables.image}}]")
        .replace(
            "reinvocationPolicy",
            "variables: [{name: image, expression: params.data.image}]\n"
                + "  paramKind: {apiVersion: v1, kind: ConfigMap}\n  reinvocationPolicy")
        .replace(
            "policyName: p",
            "policyName: p\n  paramRef: {name: sidecar, parameterNotFoundAction: Deny}");

    Node containers = stored(policy).at("spec", "template", "spec", "containers");
    assertThat(containers.get(1).get("image").text()).isEqualTo("mesh:1.2");
    assertThat(answer(policy).denial().orElseThrow().message()).contains("parameters");
  }

  @Test
  void theNamesOfTypesLeadToWhereTheyStand() {
    assertThat(answer(applying("Object{spec: Object.status{replicas: 1}}"))
            .denial()
            .orElseThrow()
            .message())
        .contains("'Object.status' stands where 'Object.spec' must be");
  }

  @Test
  void aConditionThatIsFalseLeavesThePolicyOut() {
    String policy = patching("[JSONPatch{op: 'replace', path: '/spec/replicas', value: 7}]")
        .replace(
            "reinvocationPolicy",
            "matchConditions: [{name: other, expression: \"object.metadata.name != 'web'\"}]\n"
                + "  reinvocationPolicy");

    assertThat(stored(policy).at("spec", "replicas").longOr(0)).isEqualTo(1);
  }

  @Test
  void whatCannotBeDoneIsDeniedUnlessFailuresAreIgnored() {
    String policy = patching("[JSONPatch{op: 'remove', path: '/spec/nothing'}]");

    Verdict denied = answer(policy);
    assertThat(denied.code()).isEqualTo(403);
    assertThat(denied.reason()).isEqualTo("Invalid");
    assertThat(denied.denial().orElseThrow().message()).contains("'p' with binding 'b'");
    assertThat(answer(policy.replace("failurePolicy: Fail", "failurePolicy: Ignore"))
            .accepted())
        .isTrue();
  }

  @Test
  void whatIsOwnedAsAWholeIsNotMerged() {
    Verdict verdict = answer(applying(
        "Object{spec: Object.spec{selector: Object.spec.selector{matchLabels: {'a': 'b'}}}}"));

    assertThat(verdict.denial().orElseThrow().message()).contains("spec.selector");
  }

  @Test
  void fieldsThatTheKindDoesNotHaveAreRefused() {
    assertThat(answer(applying("Object{spec: Object.spec{replica: 2}}"))
            .denial()
            .orElseThrow()
            .message())
        .contains("replica");
  }

  @Test
  void aPolicyThatAsksForItSeesWhatOthersMade() {
    String counting = patching("""
        [JSONPatch{op: 'replace', path: '/spec/replicas', value: object.spec.replicas + 1}]\
        """)
        .replace("reinvocationPolicy:" + " Never", "reinvocationPolicy:" + " IfNeeded");
    String other = patching("[JSONPatch{op: 'add', path: '/metadata/labels', value: {'a': 'b'}}]")
        .replace("name: p}", "name: q}")
        .replace("policyName: p", "policyName: q")
        .replace("name: b}", "name: c}");

    assertThat(stored(counting + "---\n" + other).at("spec", "replicas").longOr(0))
        .isEqualTo(3);
    assertThat(stored(other + "---\n" + counting).at("spec", "replicas").longOr(0))
        .isEqualTo(2);
  }

  @Test
  void podsOfOneTemplateAreChangedEachByItself() {
    ClusterFacts cluster = cluster(patching(
            "[JSONPatch{op: 'add', path: '/metadata/labels/pod', value: object.metadata.name}]")
        .replace("apiGroups: [apps]", "apiGroups: ['']")
        .replace("resources: [deployments]", "resources: [pods]"));
    ApiServer running = SERVER.running(cluster);
    Mapping pod = (Mapping) node("""
        apiVersion: v1
        kind: Pod
        metadata: {name: a, namespace: shop, labels: {app: web}}
        spec: {containers: [{name: web, image: 'web:1'}]}
        """);

    for (String name : List.of("a", "b")) {
      Mapping named = pod.withAt(List.of("metadata", "name"), Scalar.of(name));
      assertThat(running
              .create(named)
              .result()
              .orElseThrow()
              .at("metadata", "labels", "pod")
              .text())
          .isEqualTo(name);
    }
  }

  @Test
  void whatPermissionsDecideIsNamed() {
    String policy = patching(
        "authorizer.group('').resource('pods').check('get').allowed() ? [JSONPatch{op: 'remove',"
            + " path: '/spec'}] : []");

    assertThat(SERVER.knowing(cluster(policy)).create(node(DEPLOYMENT)).warnings())
        .singleElement()
        .satisfies(warning -> assertThat(warning.message()).contains("'p'", "offline"));
  }

  private static String applying(String expression) {
    return policy("ApplyConfiguration", "applyConfiguration", expression);
  }

  private static String patching(String expression) {
    return policy("JSONPatch", "jsonPatch", expression);
  }

  private static String policy(String type, String field, String expression) {
    return """
        apiVersion: admissionregistration.k8s.io/v1
        kind: MutatingAdmissionPolicy
        metadata: {name: p}
        spec:
          failurePolicy: Fail
          matchConstraints:
            resourceRules:
              - {apiGroups: [apps], apiVersions: ['*'], operations: [CREATE], resources: [deployments]}
          mutations: [{patchType: %s, %s: {expression: "%s"}}]
          reinvocationPolicy: Never
        ---
        apiVersion: admissionregistration.k8s.io/v1
        kind: MutatingAdmissionPolicyBinding
        metadata: {name: b}
        spec:
          policyName: p
        """.formatted(type, field, expression.replace("\n", " "));
  }

  private static Node stored(String policies) {
    return answer(policies, CONFIG_MAP).result().orElseThrow().root();
  }

  private static Verdict answer(String... objects) {
    return SERVER.knowing(cluster(String.join("---\n", objects))).create(node(DEPLOYMENT));
  }

  private static ClusterFacts cluster(String manifests) {
    String namespace = "apiVersion: v1\nkind: Namespace\nmetadata: {name: shop}\n---\n";
    List<Resource> standing = new ArrayList<>();
    new ManifestReader()
        .read("cluster.yaml", (namespace + manifests).getBytes(StandardCharsets.UTF_8))
        .documents()
        .forEach(document -> standing.add(SERVER
            .create(document)
            .result()
            .orElseGet(() -> new Resource((Mapping) document.root()))));
    return new GivenObjects(standing, true);
  }

  private static Node node(String manifest) {
    return new ManifestReader()
        .read("web.yaml", manifest.getBytes(StandardCharsets.UTF_8))
        .documents()
        .get(0)
        .root();
  }

  private static List<String> names(Node list) {
    return list.items().stream().map(item -> item.get("name").text()).toList();
  }

  private static Node named(Node list, String name) {
    return list.items().stream()
        .filter(item -> item.get("name").text().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
