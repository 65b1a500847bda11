package dev.seaworthy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is mended, what is left alone, and how files are written. */
class FixTest {

  private static final String BUDGET = """
      apiVersion: policy/v1beta1 # since 2017
      kind: PodDisruptionBudget
      metadata: {name: web}
      spec: {minAvailable: 1, selector: {matchLabels: {app: web}}}
      """;

  private static final String POD = """
      apiVersion: v1
      kind: Pod
      metadata:
        name: web
      spec:
        hostNetwork: true
        containers:
          - name: web
            image: web:1.4
            securityContext:
              privileged: true # for the firewall
            readynessProbe: {tcpSocket: {port: 80}}
      """;

  private static final Seaworthy SECURITY = Seaworthy.of(Settings.usual().withProfile("security"));

  @TempDir
  Path folder;

  @Test
  void mendsWhatMeansTheSameAfterwards() {
    FixReport report = Seaworthy.usual().fix(Input.text("web.yaml", BUDGET), Fixing.safe());

    assertThat(report.fixes()).isOne();
    assertThat(text(report)).isEqualTo(BUDGET.replace("v1beta1", "v1"));
    assertThat(report.remaining().findings())
        .extracting(finding -> finding.code())
        .doesNotContain("api-version-removed");
  }

  @Test
  void mendsAMisspeltKeyAndLeavesTheRestToItsAuthor() {
    FixReport report = SECURITY.fix(Input.text("web.yaml", POD), Fixing.safe());

    assertThat(text(report)).isEqualTo(POD.replace("readynessProbe", "readinessProbe"));
  }

  @Test
  void quotesWhatYamlReadsAsSomethingElse() {
    FixReport report = quoting("a: 5 # five\n  b: true\n  c: 0x1F");

    assertThat(text(report)).endsWith("a: \"5\" # five\n  b: \"true\"\n  c: \"0x1F\"\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a: &n 5\n  b: *n",
        "a: &n 5",
        "a: !!int 5",
        "b: &k true",
        "a: &n !!int 5",
        "a: !!bool \"true\"",
        "a: &n\n    5"
      })
  void quotesNothingThatHasAnAnchorOrATag(String data) {
    FixReport report = quoting(data);

    assertThat(report.fixes()).isZero();
    assertThat(report.remaining().findings()).hasSizeGreaterThan(0);
    assertThat(report.remaining().findings())
        .flatExtracting(finding -> finding.remedy().stream().toList())
        .noneMatch(remedy -> remedy.contains("Quote it"));
  }

  @Test
  void quotesNoVariableWithAnAnchorBetweenBraces() {
    String pod = """
        apiVersion: v1
        kind: Pod
        metadata: {name: web}
        spec:
          containers:
          - {name: web, image: "web:1.4", env: [{name: A, value: &v 5}, {name: B, value: 6}]}
        """;

    FixReport report = Seaworthy.usual().fix(Input.text("web.yaml", pod), Fixing.safe());

    assertThat(text(report)).isEqualTo(pod.replace("value: 6", "value: \"6\""));
  }

  private static FixReport quoting(String data) {
    String map = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: x}\ndata:\n  " + data + "\n";
    return Seaworthy.usual().fix(Input.text("web.yaml", map), Fixing.safe());
  }

  @Test
  void mendsTheRestWhenAsked() {
    FixReport report = SECURITY.fix(Input.text("web.yaml", POD), Fixing.alsoUnsafe());

    assertThat(text(report)).isEqualTo("""
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          hostNetwork: true
          containers:
            - name: web
              image: web:1.4
              securityContext:
                # for the firewall
                capabilities:
                  drop:
                    - ALL
                runAsNonRoot: true
                allowPrivilegeEscalation: false
                readOnlyRootFilesystem: true
              readinessProbe: {tcpSocket: {port: 80}}
          securityContext:
            seccompProfile:
              type: RuntimeDefault
          automountServiceAccountToken: false
        """);
  }

  @Test
  void leavesAloneWhatSomebodyAskedNotToBeTold() {
    String quiet = POD.replace(
        "privileged: true # for the firewall",
        "privileged: true # seaworthy:ignore container-privileged -- the firewall");

    assertThat(text(SECURITY.fix(Input.text("web.yaml", quiet), Fixing.alsoUnsafe())))
        .contains("privileged: true # seaworthy:ignore");
  }

  @Test
  void leavesAloneWhatIsKnown() {
    Fixing none =
        Fixing.alsoUnsafe().without(report -> new LintReport(List.of(), report.neighbourhoods()));

    assertThat(SECURITY.fix(Input.text("web.yaml", POD), none).files()).isEmpty();
  }

  @Test
  void neverMakesTheServerRefuseAnotherObject() {
    String namespace = "apiVersion: v1\nkind: Namespace\nmetadata: {name: shop}\n";
    String workload = """
        apiVersion: v1
        kind: Pod
        metadata: {name: web, namespace: shop}
        spec:
          hostPID: true
          containers: [{name: web, image: "web:1.4"}]
        """;
    Input both = Input.text("namespace.yaml", namespace).and(Input.text("web.yaml", workload));

    FixReport report = SECURITY.fix(both, Fixing.alsoUnsafe());

    // A Pod in the host's namespaces meets no level: the label would have it refused.
    assertThat(report.files()).extracting(file -> file.before().file()).containsExactly("web.yaml");
    assertThat(report.remaining().files())
        .flatExtracting(file -> file.objects())
        .allMatch(object -> object.answer().accepted());
  }

  @Test
  void labelsANamespaceWhosePodsMeetTheLevel() {
    Input namespace =
        Input.text("namespace.yaml", "apiVersion: v1\nkind: Namespace\nmetadata: {name: shop}\n");

    assertThat(text(SECURITY.fix(namespace, Fixing.alsoUnsafe())))
        .isEqualTo("apiVersion: v1\nkind: Namespace\nmetadata: {name: shop,"
            + " labels: {pod-security.kubernetes.io/enforce: baseline}}\n");
  }

  @Test
  void writesAndTakesQuotesWhereNothingElseIsWrong() {
    String wrong = POD.replace("hostNetwork: true", "hostNetwork: \"true\"")
        .replace("name: web\nspec", "name: web\n  labels: {tier: 1}\nspec");

    assertThat(text(Seaworthy.usual().fix(Input.text("web.yaml", wrong), Fixing.safe())))
        .contains("  hostNetwork: true\n", "  labels: {tier: \"1\"}\n");
  }

  @Test
  void leavesAMisspeltKeyAloneWhereTheRightOneIsThere() {
    String twice = POD.replace("readynessProbe", "ports: []\n      port");

    assertThat(text(Seaworthy.usual().fix(Input.text("web.yaml", twice), Fixing.safe())))
        .isEqualTo(twice);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "selecter: {a: b}\n  selectors: {c: d}",
        "selectors: {c: d}\n  type: ClusterIP\n  selecter: {a: b}"
      })
  void mendsNeitherOfTwoKeysThatMayBothMeanTheSame(String both) {
    String service = "apiVersion: v1\nkind: Service\nmetadata: {name: web}\nspec:\n  " + both
        + "\n  prots: [{port: 80}]\n";

    FixReport report = Seaworthy.usual().fix(Input.text("web.yaml", service), Fixing.safe());

    assertThat(text(report)).isEqualTo(service.replace("prots", "ports"));
    assertThat(report.remaining().findings())
        .filteredOn(finding -> finding.code().equals("api-rejected"))
        .hasSize(2);
  }

  @Test
  void mendsTheSameKeyOfTwoMappings() {
    String second =
        "    - {name: api, image: \"api:1.0\", readynessProbe: {tcpSocket: {port: 81}}}\n";

    FixReport report = Seaworthy.usual().fix(Input.text("web.yaml", POD + second), Fixing.safe());

    assertThat(text(report)).isEqualTo((POD + second).replace("readynessProbe", "readinessProbe"));
  }

  @Test
  void mendsAKeyBeforeARuleAddsItAnew() {
    String misspelt = POD.replace("securityContext:", "securitycontext:");

    FixReport report = SECURITY.fix(Input.text("web.yaml", misspelt), Fixing.alsoUnsafe());

    assertThat(text(report)
            .lines()
            .filter(line -> line.strip().equals("securityContext:") && line.startsWith("      ")))
        .hasSize(1);
  }

  @Test
  void writesTheFileWithItsRights() throws IOException {
    Path file = Files.writeString(folder.resolve("web.yaml"), BUDGET);
    Set<PosixFilePermission> rights = PosixFilePermissions.fromString("rw-r-----");
    Files.setPosixFilePermissions(file, rights);

    write(fix(file));

    assertThat(file).hasContent(BUDGET.replace("v1beta1", "v1"));
    assertThat(Files.getPosixFilePermissions(file)).isEqualTo(rights);
    assertThat(folder.toFile().list()).as("no draft is left").containsExactly("web.yaml");
  }

  @Test
  void writesWhatALinkLeadsTo() throws IOException {
    Path file = Files.writeString(folder.resolve("web.txt"), BUDGET);
    Path link = Files.createSymbolicLink(folder.resolve("web.yaml"), file.getFileName());

    write(fix(link));

    assertThat(Files.isSymbolicLink(link)).isTrue();
    assertThat(file).hasContent(BUDGET.replace("v1beta1", "v1"));
  }

  @Test
  void keepsAllNamesOfAFile() throws IOException {
    Path file = Files.writeString(folder.resolve("web.yaml"), "\uFEFF" + BUDGET);
    Path otherName = Files.createLink(folder.resolve("web.txt"), file);

    write(fix(file));

    assertThat(otherName).hasContent("\uFEFF" + BUDGET.replace("v1beta1", "v1"));
  }

  @Test
  void leavesAWriteProtectedFileAlone() throws IOException {
    Path file = Files.writeString(folder.resolve("web.yaml"), BUDGET);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r--r--"));
    FixReport report = fix(file);

    assertThatThrownBy(() -> write(report)).hasMessageContaining("is write-protected");
    assertThat(file).hasContent(BUDGET);
  }

  @Test
  void keepsAByteOrderMark() throws IOException {
    Path file = Files.writeString(folder.resolve("web.yaml"), "\uFEFF" + BUDGET);

    write(fix(file));

    assertThat(file).hasContent("\uFEFF" + BUDGET.replace("v1beta1", "v1"));
  }

  @Test
  void leavesAloneWhatIsNoUtf8() throws IOException {
    Path file = folder.resolve("web.yaml");
    Files.write(file, ("\uFEFF" + BUDGET).getBytes(StandardCharsets.UTF_16LE));

    assertThat(fix(file).files()).isEmpty();
  }

  @Test
  void doesNotWriteOverWhatHasChangedMeanwhile() throws IOException {
    Path file = Files.writeString(folder.resolve("web.yaml"), BUDGET);
    FixReport report = fix(file);
    Files.writeString(file, POD);

    assertThatThrownBy(() -> write(report)).hasMessageContaining("has changed since it was read");
    assertThat(file).hasContent(POD);
  }

  @Test
  void showsTheDifference() {
    FixReport report = Seaworthy.usual().fix(Input.text("web.yaml", BUDGET), Fixing.safe());

    assertThat(report.files().get(0).diff()).isEqualTo("""
        --- a/web.yaml
        +++ b/web.yaml
        @@ -1,4 +1,4 @@
        -apiVersion: policy/v1beta1 # since 2017
        +apiVersion: policy/v1 # since 2017
         kind: PodDisruptionBudget
         metadata: {name: web}
         spec: {minAvailable: 1, selector: {matchLabels: {app: web}}}
        """);
  }

  private static FixReport fix(Path file) {
    return Seaworthy.usual().fix(Input.paths(file.toString()), Fixing.safe());
  }

  private static void write(FixReport report) throws IOException {
    for (FixedFile file : report.files()) {
      file.write();
    }
  }

  private static String text(FixReport report) {
    return new String(report.remaining().files().get(0).source().utf8(), StandardCharsets.UTF_8);
  }
}
