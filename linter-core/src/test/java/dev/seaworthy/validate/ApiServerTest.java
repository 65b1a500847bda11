package dev.seaworthy.validate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.api.GroupVersionKind;
import dev.seaworthy.api.Release;
import dev.seaworthy.api.Resource;
import dev.seaworthy.api.catalog.BuiltInCatalog;
import dev.seaworthy.manifest.ManifestReader;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.validate.admission.ClusterFacts;
import dev.seaworthy.validate.field.CauseType;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The façade: which stage answers, and what it says. */
class ApiServerTest {

  private static final ApiServer SERVER = ApiServer.of(BuiltInCatalog.of(Release.NEWEST));

  @Test
  void acceptsASoundObjectAndShowsItAsStored() {
    Verdict verdict = SERVER.create(configMap("data: {a: b}"));

    assertThat(verdict.accepted()).isTrue();
    assertThat(verdict.code()).isEqualTo(201);
    assertThat(verdict.result().orElseThrow().namespace()).isEqualTo("default");
  }

  @Test
  void asksOnlyAdmissionAboutWhatWasJudgedAlready() {
    Verdict judged = SERVER.create(configMap("data: {a: b}"));

    Verdict verdict = SERVER.admit(Submission.create(configMap("notJudgedAgain: {a: b}")), judged);

    assertThat(verdict.accepted()).isTrue();
    assertThat(verdict.result().orElseThrow().root())
        .isSameAs(judged.result().orElseThrow().root());
  }

  @Test
  void doesNotAdmitWhatWasJudgedAlreadyToANamespaceThatIsNotThere() {
    Node object = configMap("data: {a: b}");

    Verdict verdict =
        SERVER.knowing(new EmptyCluster()).admit(Submission.create(object), SERVER.create(object));

    assertThat(verdict).isEqualTo(SERVER.knowing(new EmptyCluster()).create(object));
    assertThat(verdict.code()).isEqualTo(404);
  }

  @Test
  void judgesInFullWhatWasRefusedOrWasAChange() {
    Node object = configMap("dta: {a: b}");
    Node sound = configMap("data: {a: b}");

    assertThat(SERVER.admit(Submission.create(object), SERVER.create(object)).stage())
        .contains(Stage.DECODE);
    assertThat(
            SERVER.admit(Submission.create(object), SERVER.update(sound, sound)).stage())
        .contains(Stage.DECODE);
  }

  /** Everything is known of it, and there is nothing. */
  private static final class EmptyCluster implements ClusterFacts {

    @Override
    public Optional<Resource> find(GroupKind kind, String namespace, String name) {
      return Optional.empty();
    }

    @Override
    public List<Resource> list(GroupKind kind, String namespace) {
      return List.of();
    }

    @Override
    public boolean knowsAll(GroupKind kind) {
      return true;
    }
  }

  @Test
  void offersTheKindThatWasMeant() {
    Verdict verdict = SERVER.create(object("{apiVersion: apps/v1, kind: Deploymnet}"));

    assertThat(verdict.stage()).contains(Stage.RECOGNISE);
    assertThat(verdict.code()).isEqualTo(404);
    assertThat(verdict.decode().get(0).remedy()).contains("Did you mean Deployment?");
  }

  @Test
  void namesTheReplacementOfARemovedVersion() {
    Verdict verdict = SERVER.create(object("{apiVersion: extensions/v1beta1, kind: Ingress}"));

    assertThat(verdict.decode().get(0).error()).isEqualTo("no-kind");
    assertThat(verdict.decode().get(0).remedy().orElseThrow())
        .contains("1.22")
        .contains("networking.k8s.io/v1 Ingress");
  }

  @Test
  void offersTheFieldThatWasMeant() {
    Verdict verdict = SERVER.create(configMap("dta: {a: b}"));

    assertThat(verdict.stage()).contains(Stage.DECODE);
    assertThat(verdict.decode()).singleElement().satisfies(error -> {
      assertThat(error.error()).isEqualTo("unknown");
      assertThat(error.field()).isEqualTo("dta");
      assertThat(error.remedy()).contains("Did you mean data?");
    });
  }

  @Test
  void tellsWhatLaterStagesWouldFind() {
    Verdict verdict = SERVER.create(configMap("dta: {}\ndata: {'a b': c}"));

    assertThat(verdict.code()).isEqualTo(400);
    assertThat(verdict.causes()).isEmpty();
    assertThat(verdict.later()).singleElement().satisfies(later -> {
      assertThat(later.stage()).isEqualTo(Stage.VALIDATE);
      assertThat(later.field()).isEqualTo("data[a b]");
    });
  }

  @Test
  void aTypeErrorHidesUnknownFieldsAsInGo() {
    Verdict verdict = SERVER.create(configMap("dta: {}\ndata: {a: 1}"));

    assertThat(verdict.decode()).singleElement().satisfies(error -> {
      assertThat(error.error()).isEqualTo("type");
      assertThat(error.field()).isEqualTo("data");
    });
  }

  @Test
  void anObjectMustBeOfTheKindOfTheUrl() {
    Endpoint secrets = new Endpoint(GroupVersionKind.of("v1", "Secret"), "default");

    Verdict verdict = SERVER.judge(Submission.create(configMap("data: {}")).to(secrets));

    assertThat(verdict.decode().get(0).error()).isEqualTo("handled-as");
  }

  @Test
  void anUpdateKeepsWhatTheServerAllocated() {
    Node stored = service("clusterIP: 10.96.0.7, clusterIPs: [10.96.0.7], ports: [{port: 80}]");

    Verdict verdict = SERVER.update(service("ports: [{port: 81}]"), stored);

    assertThat(verdict.code()).isEqualTo(200);
    assertThat(verdict.result().orElseThrow().at("spec", "clusterIP").text())
        .isEqualTo("10.96.0.7");
  }

  @Test
  void anUpdateIsJudgedAgainstWhatIsStored() {
    Node stored = configMap("immutable: true\ndata: {a: b}");

    Verdict verdict = SERVER.update(configMap("immutable: true\ndata: {a: c}"), stored);

    assertThat(verdict.causes()).singleElement().satisfies(cause -> {
      assertThat(cause.type()).isEqualTo(CauseType.FORBIDDEN);
      assertThat(cause.field()).hasToString("data");
    });
  }

  @Test
  void warnsOfAVersionOnItsWayOut() {
    Verdict verdict =
        SERVER.create(object("{apiVersion: v1, kind: Endpoints, metadata: {name: e}}"));

    assertThat(verdict.accepted()).isTrue();
    assertThat(verdict.warnings())
        .singleElement()
        .satisfies(warning -> assertThat(warning.origin()).isEqualTo("deprecated-api"));
  }

  @Test
  void callsARequestBadThatLacksWhatItsAnswerHangsOnAndShowsWhere() {
    Verdict verdict = SERVER.create(object("""
        apiVersion: v1
        kind: Binding
        metadata: {generateName: web-}
        target: {name: node-1}
        """));

    assertThat(verdict.code()).isEqualTo(400);
    assertThat(verdict.reason()).isEqualTo("BadRequest");
    assertThat(verdict.causes()).isEmpty();
    assertThat(verdict.later())
        .singleElement()
        .satisfies(later -> assertThat(later.place()).hasToString("metadata.name"));
  }

  @Test
  void doesNotReadADaemonSetWhoseFormerFieldHoldsNoNumber() {
    Verdict verdict = SERVER.create(object("""
        apiVersion: apps/v1
        kind: DaemonSet
        metadata: {name: agent, annotations: {deprecated.daemonset.template.generation: many}}
        """));

    assertThat(verdict.decode())
        .singleElement()
        .satisfies(error -> assertThat(error.error()).isEqualTo("handled-as"));
  }

  private static Node object(String yaml) {
    return new ManifestReader()
        .read("object.yaml", yaml.getBytes(StandardCharsets.UTF_8))
        .documents()
        .get(0)
        .root();
  }

  private static Node configMap(String body) {
    return object("apiVersion: v1\nkind: ConfigMap\nmetadata: {name: settings}\n" + body);
  }

  private static Node service(String spec) {
    return object(
        "apiVersion: v1\nkind: Service\nmetadata: {name: web, namespace: default}\nspec: {" + spec
            + "}");
  }
}
