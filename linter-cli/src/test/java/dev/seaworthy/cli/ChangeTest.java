package dev.seaworthy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code dry-run --previous} and {@code --against}: what merging a change would do. */
class ChangeTest {

  private static final String WEB = """
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: web}
      spec:
        replicas: 4
        selector: {matchLabels: {app: web}}
        strategy: {rollingUpdate: {maxSurge: 0, maxUnavailable: 1}}
        template:
          metadata: {labels: {app: web}}
          spec:
            containers:
            - {name: web, image: "%s", resources: {requests: {cpu: "%s"}}}
      """;
  private static final String OLD_SERVICE = """
      apiVersion: v1
      kind: Service
      metadata: {name: old}
      spec: {selector: {app: web}, ports: [{port: 80}]}
      """;

  @TempDir
  Path folder;

  private void file(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private Run change(String... options) {
    String[] args = new String[options.length + 4];
    args[0] = "dry-run";
    args[1] = "--previous";
    args[2] = folder.resolve("old").toString();
    args[3] = folder.resolve("new").toString();
    System.arraycopy(options, 0, args, 4, options.length);
    return Run.of(args);
  }

  private JsonNode impact(String... options) throws IOException {
    String[] args = new String[options.length + 2];
    args[0] = "-o";
    args[1] = "json";
    System.arraycopy(options, 0, args, 2, options.length);
    return JsonMapper.shared().readTree(change(args).out()).path("impact");
  }

  /** What the server filled in of a strategy and a probe goes with them, as {@code kubectl apply} sends it. */
  @Test
  void aStrategyAndAProbeMayGiveWayToOthers() throws IOException {
    String probe = WEB.formatted("web:1", "100m")
        .replace("image:", "livenessProbe: {httpGet: {path: /, port: 80}}, image:");
    file("old/web.yaml", probe.replace("{rollingUpdate: {maxSurge: 0, maxUnavailable: 1}}", "{}"));
    file(
        "new/web.yaml",
        WEB.formatted("web:2", "100m")
            .replace("{rollingUpdate: {maxSurge: 0, maxUnavailable: 1}}", "{type: Recreate}"));

    Run run = change();

    assertThat(run.status()).isZero();
    assertThat(run.out()).contains("Deployment web replaces 4 pods");
  }

  private void givenANewImage() throws IOException {
    file("old/web.yaml", WEB.formatted("web:1", "100m"));
    file("old/service.yaml", OLD_SERVICE);
    file("new/web.yaml", WEB.formatted("web:2", "100m"));
  }

  @Test
  void aNewImageReplacesThePodsOneByOne() throws IOException {
    givenANewImage();

    Run run = change();

    assertThat(run.status()).isZero();
    assertThat(run.out())
        .contains("The change: Deployment web replaces 4 pods (spec.containers[web].image: web:1 →"
            + " web:2), never fewer than 3 of 4 available, done after 1.")
        .contains("The change: Service old stays behind: no longer in the files");
    JsonNode workload = impact().at("/workloads/0");
    assertThat(workload.path("lowest").asInt()).isEqualTo(3);
    assertThat(workload.path("floor").asInt()).isEqualTo(3);
    assertThat(workload.path("complete").asBoolean()).isTrue();
    assertThat(workload
            .path("moves")
            .valueStream()
            .filter(move -> move.path("old").asBoolean())
            .map(move -> move.path("what").asString()))
        .containsSubsequence("told to stop", "gone", "told to stop", "gone")
        .hasSize(8);
  }

  @Test
  void whatDoesNotFitIsToldAsARolloutThatNeverGetsThere() throws IOException {
    file("old/web.yaml", WEB.formatted("web:1", "100m"));
    file("new/web.yaml", WEB.formatted("web:1", "6"));

    Run run = change();

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out())
        .contains("The change: Deployment web replaces 1 pod"
            + " (spec.containers[web].resources.requests.cpu: 100m → 6) and never gets there:"
            + " 3 of 4 available in the end");
    assertThat(impact().at("/workloads/0/complete").asBoolean()).isFalse();
  }

  @Test
  void aRolloutThatTheOldPodsHoldUpLacksNoPods() throws IOException {
    String db = """
        apiVersion: v1
        kind: PersistentVolumeClaim
        metadata: {name: data}
        spec: {accessModes: [ReadWriteOncePod], resources: {requests: {storage: 1Gi}}}
        ---
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: db}
        spec:
          selector: {matchLabels: {app: db}}
          template:
            metadata: {labels: {app: db}}
            spec:
              containers: [{name: db, image: '%s', volumeMounts: [{name: data, mountPath: /data}]}]
              volumes: [{name: data, persistentVolumeClaim: {claimName: data}}]
        """;
    file("old/db.yaml", db.formatted("db:1"));
    file("new/db.yaml", db.formatted("db:2"));

    assertThat(change().out())
        .contains("Deployment db is to replace 1 pod (spec.containers[db].image: db:1 → db:2) and"
            + " never gets there: the old pods stay, and with them 1 of 1 available in the end");
  }

  @Test
  void whatTheServerRefusesStaysAsItWas() throws IOException {
    file("old/web.yaml", WEB.formatted("web:1", "100m"));
    file("new/web.yaml", WEB.formatted("web:2", "100m").replace("app: web", "app: wep"));

    assertThat(change().out())
        .contains("The change: Deployment web is refused and stays as it was: spec.selector");
    assertThat(impact().at("/objects/0/fate").asString()).isEqualTo("refused");
    assertThat(impact().path("workloads")).isEmpty();
  }

  @Test
  void whatVanishedIsDeletedOnlyIfAskedFor() throws IOException {
    givenANewImage();

    assertThat(impact().at("/objects/1/fate").asString()).isEqualTo("left behind");
    assertThat(impact("--prune").at("/objects/1/fate").asString()).isEqualTo("pruned");
    assertThat(change("--prune").out()).contains("The change: Service old is deleted");
  }

  @Test
  void nothingChangesWhereNothingWasChanged() throws IOException {
    file("old/web.yaml", WEB.formatted("web:1", "100m"));
    file("new/web.yaml", "# a comment\n" + WEB.formatted("web:1", "100m"));

    assertThat(change().out()).contains("The change: No pod restarts: nothing changes");
  }

  @Test
  void theCommentIsShortOnTopAndFoldsTheRest() throws IOException {
    givenANewImage();

    String comment = change("-o", "markdown").out();

    assertThat(comment)
        .startsWith("### ✅ Merging this goes well\n\n- Deployment web replaces 4 pods");
    assertThat(comment)
        .contains("<details><summary>Deployment web: available 3 of 4 at the least (floor 3)")
        .contains("- because of `spec.containers[web].image: web:1 → web:2`")
        .contains("| Service old | left behind |");
    assertThat(comment.substring(0, comment.indexOf("<details>")).lines().count())
        .isLessThan(10);
  }

  /** Whoever opens a pull request writes the manifests: they must not write the comment's markup. */
  @Test
  void hostileNamesStayText() throws IOException {
    String image = "a|b</summary><script>alert(1)</script>`x` @everyone [a](http://b)";
    file("old/web.yaml", WEB.formatted("web:1", "100m"));
    file("new/web.yaml", WEB.formatted(image, "100m"));

    String comment = change("-o", "markdown").out();

    assertThat(comment.replaceAll("(?s)(`+)[^`\n].*?\\1", "CODE"))
        .doesNotContain("<script", "@everyone", "[a](http")
        .contains("&lt;script&gt;");
  }

  @Test
  void pruningAloneMakesNoSense() {
    Run run = Run.of("dry-run", "--prune", "../examples/pod");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("--prune needs to know what was before");
  }

  @Test
  void theStateBeforeMayBeARevision() throws Exception {
    file("k8s/web.yaml", WEB.formatted("web:1", "100m"));
    git("init", "-q");
    git("add", ".");
    git("-c", "user.name=a", "-c", "user.email=a@b.c", "commit", "-qm", "first");
    file("k8s/web.yaml", WEB.formatted("web:2", "100m"));

    Run run =
        Run.in(folder, "dry-run", "--against", "HEAD", folder.resolve("k8s").toString());

    assertThat(run.out()).contains("The change: Deployment web replaces 4 pods");
  }

  private void git(String... args) throws Exception {
    String[] command = new String[args.length + 3];
    command[0] = "git";
    command[1] = "-C";
    command[2] = folder.toString();
    System.arraycopy(args, 0, command, 3, args.length);
    assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
  }

  @Test
  void aWorkloadThatReadsAChangedConfigMapDoesNotRestartForIt() throws IOException {
    String reader = WEB.formatted("web:1", "100m")
        .replace("{name: web, image", "{name: web, envFrom: [{configMapRef: {name: conf}}], image");
    String conf = "---\n{apiVersion: v1, kind: ConfigMap, metadata: {name: conf}, data: {a: %s}}\n";
    file("old/web.yaml", reader + conf.formatted("b"));
    file("new/web.yaml", reader + conf.formatted("c"));

    assertThat(change().out())
        .contains("The change: Deployment web does not restart for the change of ConfigMap conf");
  }

  private static final String NOBODY = """
      apiVersion: v1
      kind: Service
      metadata: {name: nobody}
      spec: {selector: {app: nobody}, ports: [{port: 80}]}
      """;

  @Test
  void whatWasBrokenBeforeIsNotTheChangesFault() throws IOException {
    file("old/web.yaml", WEB.formatted("web:1", "9"));
    file("old/service.yaml", NOBODY);
    file("new/web.yaml", WEB.formatted("web:2", "9"));
    file("new/service.yaml", NOBODY);

    Run run = change();

    assertThat(run.status()).isZero();
    assertThat(run.out())
        .contains("Broken before, and still: web never becomes available: its pods ask for 9 CPUs")
        .contains("Broken before, and still: Service nobody leads to nobody")
        .contains("warning: broken before the change, too: Service nobody leads to nobody")
        .doesNotContain("Broken by the change", "All is well");
    assertThat(change("--fail-on", "warning").status()).isEqualTo(1);
  }

  @Test
  void whatTheChangeBreaksAndMendsIsSaid() throws IOException {
    file("old/web.yaml", WEB.formatted("web:1", "9"));
    file("old/service.yaml", NOBODY.replace("app: nobody", "app: web"));
    file("new/web.yaml", WEB.formatted("web:1", "1"));
    file("new/service.yaml", NOBODY);

    Run run = change();

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out())
        .contains("Broken by the change: Service nobody leads to nobody")
        .contains("Mended: web never becomes available: its pods ask for 9 CPUs")
        .doesNotContain("and still");
  }

  @Test
  void aMoveToTheVersionThatIsServedIsNoOtherObject() throws IOException {
    String old = WEB.formatted("web:1", "1")
        .replace("apps/v1", "extensions/v1beta1")
        .replace("  selector: {matchLabels: {app: web}}\n", "");
    file("old/web.yaml", old + """
        ---
        apiVersion: extensions/v1beta1
        kind: Ingress
        metadata: {name: web}
        spec: {backend: {serviceName: web, servicePort: 80}}
        """);
    file("new/web.yaml", WEB.formatted("web:1", "1") + """
        ---
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata: {name: web}
        spec: {defaultBackend: {service: {name: web, port: {number: 80}}}}
        """);

    assertThat(change().out())
        .startsWith("The change: No pod restarts for the change of Deployment web, Ingress web\n")
        .doesNotContain("stay", "is new");
    assertThat(impact().at("/objects/0/fields/0").asString())
        .isEqualTo("apiVersion: extensions/v1beta1 → apps/v1");
  }

  @Test
  void whomAFailedNodeMeetsIsNoMeritOfTheChange() throws IOException {
    String one = WEB.formatted("web:1", "1").replace("replicas: 4", "replicas: 1");
    file("old/web.yaml", one);
    file("new/web.yaml", one.replace("web:1", "web:2"));

    for (String node : List.of("node-1", "node-2", "node-3")) {
      assertThat(change("--fail-node", node).out())
          .doesNotContain("Mended", "Broken by the change");
    }
  }

  @Test
  void whatIsRefusedForItsVersionStaysAsItWas() throws IOException {
    file("old/web.yaml", WEB.formatted("web:1", "1"));
    file("new/web.yaml", WEB.formatted("web:1", "1").replace("apps/v1", "extensions/v1beta1"));

    assertThat(change().out())
        .startsWith("The change: Deployment web is refused and stays as it was: Kubernetes 1.37 has"
            + " no kind Deployment in extensions/v1beta1\n")
        .doesNotContain("behind");
  }

  @Test
  void whatANodesFailureBreaksWithoutTheChangeIsNotTheChangesFault() throws IOException {
    String tight = WEB.formatted("web:1", "3").replace("replicas: 4", "replicas: 3");
    file("old/web.yaml", tight);
    file("new/web.yaml", tight.replace("{name: web}", "{name: web, labels: {a: b}}"));

    Run run = change("--fail-node", "node-1");

    assertThat(run.status()).isZero();
    assertThat(run.out()).contains("Broken before, and still: web has only 2 of 3 pods ready");
  }

  private static final String STAYING = """
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: web}
      spec:
        selector: {matchLabels: {app: web}}
        template:
          metadata: {labels: {app: web}}
          spec:
            serviceAccountName: web
            containers:
            - {name: web, image: "web:1", envFrom: [{configMapRef: {name: conf}}]}
            volumes: [{name: data, persistentVolumeClaim: {claimName: data}}]
      ---
      apiVersion: networking.k8s.io/v1
      kind: Ingress
      metadata: {name: web}
      spec: {defaultBackend: {service: {name: web, port: {number: 80}}}}
      """;
  private static final String WEB_SERVICE = """
      apiVersion: v1
      kind: Service
      metadata: {name: web}
      spec: {selector: {app: web}, ports: [{port: 80}]}
      """;
  private static final String NEEDED = """
      {apiVersion: v1, kind: ServiceAccount, metadata: {name: web}}
      ---
      {apiVersion: v1, kind: ConfigMap, metadata: {name: conf}, data: {a: b}}
      ---
      apiVersion: v1
      kind: PersistentVolumeClaim
      metadata: {name: data}
      spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}
      """;

  /** Pods run on without their ConfigMap, until the next one starts. */
  @Test
  void whatIsDeletedAndStillNeededIsBrokenByTheChange() throws IOException {
    file("old/all.yaml", STAYING + "---\n" + WEB_SERVICE + "---\n" + NEEDED);
    file("new/web.yaml", STAYING);

    Run run = change("--prune");

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out())
        .contains("Broken by the change: Ingress web needs Service web, which the change deletes")
        .contains("Broken by the change: Deployment web needs ServiceAccount web, which the change"
            + " deletes: its pods may run on, but no new one can start")
        .contains("Broken by the change: Deployment web needs ConfigMap conf, which the change")
        .contains("Broken by the change: Deployment web needs PersistentVolumeClaim data, which")
        .contains("PersistentVolumeClaim data is deleted, and with it the data of its volume (");
    assertThat(change().out()).doesNotContain("Broken by the change", "and with it");
  }

  @Test
  void whatSomethingThatStaysMakesIsNotMissed() throws IOException {
    String reader = STAYING
        .substring(0, STAYING.indexOf("---"))
        .replace("configMapRef", "secretRef")
        .replaceAll("(?m)^ +(volumes|serviceAccountName).*\n", "");
    file("old/all.yaml", reader + "---\n{apiVersion: v1, kind: Secret, metadata: {name: conf}}\n");
    file("new/all.yaml", reader + """
        ---
        apiVersion: bitnami.com/v1alpha1
        kind: SealedSecret
        metadata: {name: conf}
        spec: {encryptedData: {a: b}}
        """);

    assertThat(change("--prune").out()).doesNotContain("Broken by the change");
  }

  @Test
  void aServiceWhoseWorkloadIsDeletedLeadsToNobody() throws IOException {
    file("old/all.yaml", WEB.formatted("web:1", "100m") + "---\n" + WEB_SERVICE);
    file("new/all.yaml", WEB_SERVICE);

    Run run = change("--prune");

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out())
        .contains("Broken by the change: Service web leads to nobody: the change deletes Deployment"
            + " web, whose pods it led to")
        .doesNotContain("for now");
  }

  @Test
  void aDeletedNamespaceTakesAllThatIsInIt() throws IOException {
    String namespace = "{apiVersion: v1, kind: Namespace, metadata: {name: shop}}\n---\n";
    String conf = "{apiVersion: v1, kind: ConfigMap, metadata: {name: conf, namespace: shop}}\n";
    file("old/all.yaml", namespace + conf);
    file("new/all.yaml", conf);

    Run run = change("--prune");

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out())
        .contains("Broken by the change: ConfigMap conf in shop goes with Namespace shop, which the"
            + " change deletes")
        .contains("Namespace shop is deleted, and with it all that is in it");
  }

  @Test
  void whereOnlyDataIsLostTheCommentSaysSo() throws IOException {
    file("old/all.yaml", NEEDED);
    file("new/all.yaml", "{apiVersion: v1, kind: ConfigMap, metadata: {name: other}}\n");

    Run run = change("--prune", "-o", "markdown");

    assertThat(run.status()).isZero();
    assertThat(run.out()).startsWith("### ⚠️ Merging this loses data\n");
  }

  @Test
  void aWorkloadThatIsScaledDownReplacesNoPod() throws IOException {
    String web = WEB.formatted("web:1", "100m");
    file("old/web.yaml", web);
    file("new/web.yaml", web.replace("replicas: 4", "replicas: 1"));

    assertThat(change().out())
        .contains("The change: Deployment web is scaled from 4 to 1, never fewer than 1 of 4"
            + " available, done after");

    file("new/web.yaml", web.replace("  replicas: 4\n", "").replace("web:1", "web:2"));

    assertThat(change().out())
        .contains("The change: Deployment web is scaled from 4 to 1 and replaces 1 pod"
            + " (spec.containers[web].image: web:1 → web:2)");
  }

  @Test
  void podsThatAnApplyTakesFromAnAutoscalerAreMissedUntilItBringsThemBack() throws IOException {
    String api = """
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: api}
        spec:
          replicas: 1
          selector: {matchLabels: {app: api}}
          template:
            metadata: {labels: {app: api}}
            spec: {containers: [{name: api, image: 'api:1'}]}
        ---
        apiVersion: autoscaling/v2
        kind: HorizontalPodAutoscaler
        metadata: {name: api}
        spec:
          minReplicas: 4
          maxReplicas: 8
          scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: api}
        """;
    file("old/d.yaml", api);
    file("new/d.yaml", api.replace("api:1", "api:2"));

    assertThat(change().out())
        .contains("Deployment api replaces 1 pod and takes 3 away until the autoscaler brings them"
            + " back (spec.containers[api].image: api:1 → api:2), never fewer than 1 of 4 available,"
            + " done after 15.3 s")
        .contains("api had only 1 of 4 pods available from 0.0 s to 15.3 s, as the apply sets"
            + " replicas 4 → 1 (")
        .doesNotContain("All is well");
    assertThat(change("-o", "markdown").out())
        .startsWith("### ⚠️ Merging this takes pods away for a while\n");
  }

  @Test
  void aBrokenPodOfAStatefulSetKeepsTheTemplateAwayThatMendsIt() throws IOException {
    String set = """
        apiVersion: apps/v1
        kind: StatefulSet
        metadata: {name: db}
        spec:
          replicas: 3
          serviceName: db
          selector: {matchLabels: {app: db}}
          template:
            metadata: {labels: {app: db}}
            spec: {containers: [{name: db, image: 'db:1'}]}
        """;
    file("old/db.yaml", set);
    file("new/db.yaml", set.replace("db:1", "db:2"));

    Run run = change("--image", "db:1=pull-fails");

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out())
        .contains("db never gets its new template: db-0 is of the former one and broken"
            + " (ImagePullBackOff)")
        .contains("kubectl delete pod db-0")
        .doesNotContain("0 pods, all ready")
        .doesNotContain("Broken by the change")
        .doesNotContain("name an image that is there");
  }

  @Test
  void whereNothingRunsNothingIsCalledReady() throws IOException {
    String pod = """
        apiVersion: v1
        kind: Pod
        metadata: {name: job}
        spec:
          containers:
          - {name: main, image: 'job:1', env: [{name: A, valueFrom: {secretKeyRef: {name: s, key: b}}}]}
        ---
        {apiVersion: v1, kind: Secret, metadata: {name: s}, stringData: {a: x}}
        """;
    file("old/pod.yaml", pod);
    file("new/pod.yaml", pod.replace("a: x", "a: y"));

    assertThat(change().out())
        .contains("No pod is ready\n")
        .doesNotContain("breaks nothing: 0 pods");
  }

  @Test
  void aWorkloadThatIsDeletedReplacesNoPod() throws IOException {
    file("old/web.yaml", WEB.formatted("web:1", "100m"));
    file("new/other.yaml", "{apiVersion: v1, kind: ConfigMap, metadata: {name: other}}\n");

    assertThat(change("--prune").out())
        .contains("The change: Deployment web takes its 4 pods with it\n")
        .doesNotContain("replaces");
  }

  @Test
  void aPodThatAFailedNodeTakesIsNotReplacedByTheChange() throws IOException {
    String web = WEB.formatted("web:1", "100m");
    file("old/web.yaml", web);
    file("new/web.yaml", web.replace("{name: web}\nspec", "{name: web, labels: {a: b}}\nspec"));

    assertThat(change("--fail-node", "node-1").out())
        .containsPattern("The change: Deployment web loses [12] pods? and gets [12] anew, never")
        .doesNotContain("replaces");
  }

  @Test
  void aServiceThatIsNoLoadBalancerAnyMoreLosesItsAddress() throws IOException {
    file("old/all.yaml", WEB_SERVICE.replace("{selector", "{type: LoadBalancer, selector"));
    file("new/all.yaml", WEB_SERVICE.replace("{selector", "{type: ClusterIP, selector"));

    assertThat(change().out())
        .contains("The change: No pod restarts for the change of Service web\n")
        .contains("The change: Service web loses its load balancer, and the address that it has");
  }

  private static final String CONFIG =
      "{apiVersion: v1, kind: ConfigMap, metadata: {name: conf}, data: {A: one, B: two}}\n";

  /** Nothing is seen of it before one of the pods starts anew. */
  @Test
  void aKeyThatPodsNeedIsMissedAtOnce() throws IOException {
    String web = WEB.formatted("web:1", "100m")
        .replace(
            "image:",
            "env: [{name: A, valueFrom: {configMapKeyRef: {name: conf, key: A}}}], image:");
    file("old/web.yaml", web + "---\n" + CONFIG);
    file("new/web.yaml", web + "---\n" + CONFIG.replace("A: one, ", ""));

    Run run = change();

    assertThat(run.out())
        .contains("Deployment web needs the key A of ConfigMap conf, which the change takes away:"
            + " its pods may run on, but no new one can start");
    assertThat(run.status()).isEqualTo(1);
  }

  @Test
  void aKeyThatNobodyNeedsMayGo() throws IOException {
    String web = WEB.formatted("web:1", "100m")
        .replace(
            "image:",
            "env: [{name: A, valueFrom: {configMapKeyRef: {name: conf, key: A}}}], image:");
    file("old/web.yaml", web + "---\n" + CONFIG);
    file("new/web.yaml", web + "---\n" + CONFIG.replace(", B: two", ""));

    assertThat(change().status()).isZero();
  }

  @Test
  void aBalancerThatIsDeletedTakesItsAddressWithIt() throws IOException {
    file("old/web.yaml", WEB.formatted("web:1", "100m"));
    file("old/svc.yaml", OLD_SERVICE.replace("spec: {", "spec: {type: LoadBalancer, "));
    file("new/web.yaml", WEB.formatted("web:1", "100m"));

    assertThat(change("--prune").out())
        .startsWith("The change: Service old is deleted, and with it its load balancer, and the"
            + " address that it has outside the cluster\n");
  }

  @Test
  void budgetsAndPoliciesOfDeletedPodsAreForNobody() throws IOException {
    String guards = """
        apiVersion: policy/v1
        kind: PodDisruptionBudget
        metadata: {name: web}
        spec: {maxUnavailable: 1, selector: {matchLabels: {app: web}}}
        ---
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata: {name: web}
        spec: {podSelector: {matchLabels: {app: web}}, policyTypes: [Ingress]}
        """;
    file("old/web.yaml", WEB.formatted("web:1", "100m"));
    file("old/guards.yaml", guards);
    file("new/guards.yaml", guards);

    assertThat(change("--prune").out())
        .contains("warning: PodDisruptionBudget web is for nobody any more: the change deletes"
            + " Deployment web, whose pods it was for")
        .contains("warning: NetworkPolicy web is for nobody any more");
  }

  private static final String HOOK = """
      apiVersion: batch/v1
      kind: Job
      metadata: {name: migrate, annotations: {helm.sh/hook: pre-upgrade}}
      spec:
        template:
          spec: {restartPolicy: Never, containers: [{name: migrate, image: "web:1"}]}
      """;

  @Test
  void hooksRunAgainThoughNothingChanges() throws IOException {
    for (String state : List.of("old", "new")) {
      file(state + "/web.yaml", WEB.formatted("web:1", "100m"));
      file(state + "/hook.yaml", HOOK);
    }

    assertThat(change().out())
        .startsWith("The change: No pod restarts: nothing changes\n"
            + "The change: Job migrate is a hook, deleted and made anew\n");
  }

  /** Its tool deletes a hook before it makes it again, so that nothing of it is immutable. */
  @Test
  void aHookOfAnotherKindIsMadeAnewToo() throws IOException {
    String binding = """
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRoleBinding
        metadata: {name: migrate, annotations: {helm.sh/hook: pre-upgrade}}
        roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: view}
        """;
    file("old/rbac.yaml", binding);
    file("new/rbac.yaml", binding.replace("view", "edit"));

    Run run = change();

    assertThat(run.out())
        .contains("ClusterRoleBinding migrate is a hook, deleted and made anew")
        .doesNotContain("refused");
    assertThat(run.status()).isZero();
  }

  @Test
  void aHookThatIsNoLongerThereIsNotPruned() throws IOException {
    file("old/web.yaml", WEB.formatted("web:1", "100m"));
    file(
        "old/hook.yaml",
        CONFIG.replace("conf}", "conf, annotations: {helm.sh/hook: pre-install}}"));
    file("new/web.yaml", WEB.formatted("web:1", "100m"));

    assertThat(change("--prune").out()).contains("ConfigMap conf stays behind");
  }

  /** What a change brings into the files was there before, in the cluster that they were applied to. */
  @Test
  void whatTheOldStateTookForGrantedAndTheNewOneBringsIsNoMending() throws IOException {
    String claim = """
        apiVersion: v1
        kind: PersistentVolumeClaim
        metadata: {name: data, namespace: shop}
        spec:
          accessModes: [ReadWriteOnce]
          storageClassName: fast
          resources: {requests: {storage: 1Gi}}
        ---
        apiVersion: v1
        kind: Pod
        metadata: {name: db, namespace: shop}
        spec:
          containers: [{name: db, image: "db:1", envFrom: [{configMapRef: {name: conf}}]}]
          volumes: [{name: data, persistentVolumeClaim: {claimName: data}}]
        """;
    file("old/db.yaml", claim);
    file("new/db.yaml", claim);
    file("new/more.yaml", CONFIG.replace("conf}", "conf, namespace: shop}") + """
        ---
        {apiVersion: v1, kind: Namespace, metadata: {name: shop}}
        ---
        apiVersion: storage.k8s.io/v1
        kind: StorageClass
        metadata: {name: fast}
        provisioner: ebs.csi.aws.com
        """);

    Run run = change();

    assertThat(run.out())
        .startsWith(
            "The change: No pod restarts for the change of StorageClass fast, ConfigMap conf in shop\n")
        .contains("All is well")
        .doesNotContain("Mended", "is refused and");
    assertThat(run.status()).isZero();
  }

  @Test
  void whereAllPodsGoAtOnceItIsSaidForHowLong() throws IOException {
    String web = WEB.formatted("web:1", "100m")
        .replace(
            "strategy: {rollingUpdate: {maxSurge: 0, maxUnavailable: 1}}",
            "strategy: {type: Recreate}");
    file("old/web.yaml", web);
    file("new/web.yaml", web.replace("web:1", "web:2"));

    assertThat(change().out())
        .containsPattern(
            "The change: Deployment web replaces 4 pods \\(.*\\), none of 4 available for"
                + " [0-9.]+ s, done after")
        .doesNotContain("never fewer than 0");

    file("new/web.yaml", web.replace("replicas: 4", "replicas: 0"));

    assertThat(change().out())
        .contains("The change: Deployment web is scaled from 4 to 0, done after");
  }

  @Test
  void claimsThatGoWithPodsWhenASetIsScaledDownAreNamed() throws IOException {
    String db = """
        apiVersion: apps/v1
        kind: StatefulSet
        metadata: {name: db}
        spec:
          replicas: 3
          serviceName: db
          persistentVolumeClaimRetentionPolicy: {whenScaled: Delete, whenDeleted: Retain}
          selector: {matchLabels: {app: db}}
          template:
            metadata: {labels: {app: db}}
            spec: {containers: [{name: db, image: 'db:1', volumeMounts: [{name: data, mountPath: /d}]}]}
          volumeClaimTemplates:
          - metadata: {name: data}
            spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}
        """;
    file("old/db.yaml", db);
    file("new/db.yaml", db.replace("replicas: 3", "replicas: 1"));

    assertThat(change().out())
        .contains(
            "StatefulSet db is scaled from 3 to 1, never fewer than 1 of 3 available, and loses"
                + " the claims data-db-1, data-db-2 and their data, done after")
        .contains("StatefulSet db is scaled down, and with its pods go the claims data-db-1,"
            + " data-db-2 and their data");

    file(
        "new/db.yaml",
        db.replace("replicas: 3", "replicas: 1").replace("whenScaled: Delete, ", ""));
    assertThat(change().out()).doesNotContain("data-db-1");
  }
}
