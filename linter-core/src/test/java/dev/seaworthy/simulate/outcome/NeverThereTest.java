package dev.seaworthy.simulate.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.simulate.dryrun.DryRuns;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whatever never becomes what its manifest asks for is told, at its line. */
class NeverThereTest {

  private static List<String> told(String... manifests) {
    return told(DryRuns.of(String.join("---\n", manifests)));
  }

  private static List<String> told(Outcome outcome) {
    return outcome.problems().stream()
        .filter(problem -> !problem.code().equals(OutcomeCodes.ASSUMED))
        .filter(problem -> !problem.code().equals(OutcomeCodes.NOT_PLAYED))
        .map(problem ->
            problem.place().line() + " " + problem.severity().word() + ": " + problem.message())
        .toList();
  }

  private static final String WEB = """
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: web}
      spec:
        selector: {matchLabels: {app: web}}
        template:
          metadata: {labels: {app: web}}
          spec: {containers: [{name: main, image: 'web:1', ports: [{name: http, containerPort: 80}]}]}
      """;

  @Test
  void aDaemonSetThatSuitsNoNode() {
    assertThat(told(DryRuns.ofNothingElse("""
        apiVersion: apps/v1
        kind: DaemonSet
        metadata: {name: agent}
        spec:
          selector: {matchLabels: {app: agent}}
          template:
            metadata: {labels: {app: agent}}
            spec:
              nodeSelector: {disk: ssd}
              containers: [{name: main, image: 'agent:1', resources: {requests: {cpu: 99}}}]
        """)))
        .containsExactly("9 error: DaemonSet agent runs on no node:"
            + " node-1, node-2, node-3 lack the label disk=ssd");
  }

  @Test
  void aDaemonSetForWindowsMayHaveNoNode() {
    assertThat(told("""
        apiVersion: apps/v1
        kind: DaemonSet
        metadata: {name: agent}
        spec:
          selector: {matchLabels: {app: agent}}
          template:
            metadata: {labels: {app: agent}}
            spec:
              nodeSelector: {kubernetes.io/os: windows}
              containers: [{name: main, image: 'agent:1'}]
        """))
        .containsExactly("9 info: DaemonSet agent runs on no node:"
            + " node-1, node-2, node-3 lack the label kubernetes.io/os=windows");
  }

  @Test
  void podsOfANodeThatIsNotThere() {
    assertThat(told(DryRuns.ofNothingElse(
            WEB.replace("spec: {containers", "spec: {nodeName: node1, containers"))))
        .containsExactly(
            "8 error: web runs nowhere: its manifest names the node node1, and there is"
                + " none of that name");
  }

  @Test
  void aContainerWhoseImageHasNoNameThatCanBeRead() {
    assertThat(told(WEB.replace("web:1", "Web:1")))
        .containsExactly("8 error: web never becomes available: 'Web:1' is no name of an image");
  }

  @Test
  void aContainerThatIsRootAndMayNotBe() {
    assertThat(told(WEB.replace(
            "spec: {containers",
            "spec: {securityContext: {runAsNonRoot: true, runAsUser: 0}, containers")))
        .containsExactly("8 error: web never becomes available: container main can't be made:"
            + " runAsNonRoot forbids the root user, and runAsUser is 0");
  }

  @Test
  void aContainerWhoseProbeAsksAtAPortThatItHasNot() {
    assertThat(told(WEB.replace("ports:", "readinessProbe: {tcpSocket: {port: web}}, ports:")))
        .containsExactly("8 error: web never becomes available: container main runs, and its"
            + " readinessProbe asks at port web, of which it has none");
  }

  @Test
  void podsThatAQuotaDoesNotAllowAStatefulSet() {
    assertThat(told("""
        apiVersion: v1
        kind: ResourceQuota
        metadata: {name: few}
        spec: {hard: {pods: 1}}
        """, """
        apiVersion: apps/v1
        kind: StatefulSet
        metadata: {name: db}
        spec:
          replicas: 2
          serviceName: db
          selector: {matchLabels: {app: db}}
          template:
            metadata: {labels: {app: db}}
            spec: {containers: [{name: main, image: 'db:1'}]}
        """))
        .singleElement()
        .asString()
        .startsWith("10 error: db has only 1 of 2 pods: the API server refuses the others: ");
  }

  @Test
  void anIngressThatLeadsOutOfTheClusterIsOnlyNoted() {
    assertThat(told("""
        apiVersion: v1
        kind: Service
        metadata: {name: away}
        spec: {type: ExternalName, externalName: db.example.com}
        """, """
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata: {name: web}
        spec: {ingressClassName: nginx, defaultBackend: {service: {name: away, port: {number: 80}}}}
        """))
        .containsExactly("9 info: Ingress web leads out of the cluster, by Service away to"
            + " db.example.com; who answers there is not known");
  }

  @Test
  void anIngressToTheServiceOfAnAgentIsWell() {
    assertThat(told("""
        apiVersion: agent.k8s.elastic.co/v1alpha1
        kind: Agent
        metadata: {name: fleet-server}
        spec: {mode: fleet, fleetServerEnabled: true}
        """, """
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata: {name: web}
        spec:
          ingressClassName: nginx
          defaultBackend: {service: {name: fleet-server-agent-http, port: {number: 8220}}}
        """)).noneMatch(line -> line.contains("leads to nobody"));
  }

  @Test
  void aServiceThatSelectsNobody() {
    assertThat(told(WEB, """
        apiVersion: v1
        kind: Service
        metadata: {name: web}
        spec:
          selector: {app: wbe}
          ports: [{port: 80}]
        """))
        .containsExactly("14 error: Service web leads to nobody: no pod has the labels app=wbe;"
            + " Deployment web comes near: its label is app=web");
  }

  @Test
  void aServiceForPodsThatAnOperatorMakesOrLabels() {
    String service = """
        apiVersion: v1
        kind: Service
        metadata: {name: data}
        spec:
          selector: {%s}
          ports: [{port: 80}]
        """;
    String made = """
        apiVersion: apiextensions.k8s.io/v1
        kind: CustomResourceDefinition
        metadata: {name: disks.storage.example.com}
        spec:
          group: storage.example.com
          scope: Namespaced
          names: {plural: disks, kind: Disk}
          versions:
          - name: v1
            served: true
            storage: true
            schema: {openAPIV3Schema: {type: object}}
        ---
        apiVersion: storage.example.com/v1
        kind: Disk
        metadata: {name: fast}
        """;

    assertThat(told(WEB, made, service.formatted("storage.example.com/role: primary")))
        .containsExactly("31 info: Service data leads to nobody here: an operator makes or labels"
            + " its pods, which is not played");
    assertThat(told(WEB, made, service.formatted("cluster: fast")))
        .containsExactly("31 info: Service data leads to nobody here: an operator makes or labels"
            + " its pods, which is not played");
    assertThat(told(WEB, made, service.formatted("app: other")))
        .containsExactly("31 error: Service data leads to nobody: no pod has the labels app=other");
  }

  @Test
  void aServiceForThePodsOfThePlatform() {
    assertThat(told("""
        apiVersion: v1
        kind: Service
        metadata: {name: api, namespace: kube-system}
        spec: {clusterIP: None, selector: {component: kube-apiserver}, ports: [{port: 6443}]}
        """))
        .containsExactly(
            "4 info: Service api is for pods of the cluster itself, which are no part of"
                + " the input");
  }

  @Test
  void aSecretOfAnotherNamespaceIsNotSeen() {
    String secret = "{apiVersion: v1, kind: Secret, metadata: {name: db, namespace: office}}\n";
    String pod = """
        apiVersion: v1
        kind: Pod
        metadata: {name: web}
        spec: {containers: [{name: web, image: web, envFrom: [{secretRef: {name: db}}]}]}
        """;

    assertThat(DryRuns.of(secret + "---\n" + pod).problems())
        .filteredOn(problem -> problem.code().equals(OutcomeCodes.CONFIG))
        .singleElement()
        .satisfies(problem -> assertThat(problem.remedy())
            .contains("there is Secret office/db, which is seen in its own namespace only"));
  }

  @Test
  void aServiceAloneMayLeadToPodsThatOthersBring() {
    assertThat(told("""
        apiVersion: v1
        kind: Service
        metadata: {name: web}
        spec: {selector: {app: web}, ports: [{port: 80}]}
        """))
        .containsExactly("4 warning: Service web leads to nobody: no pod has the labels app=web,"
            + " as far as the input holds pods");
  }

  private static String service(String selector) {
    return """
        apiVersion: v1
        kind: Service
        metadata: {name: lead}
        spec: {selector: {%s}, ports: [{port: 80}]}
        """.formatted(selector);
  }

  @Test
  void podsBesideAServiceAreEvidenceAndThoseOfOtherFoldersAreNone() {
    assertThat(told(WEB, service("app: accounts")))
        .containsExactly(
            "13 error: Service lead leads to nobody: no pod has the labels app=accounts");
  }

  @Test
  void aLabelThatPodsHaveNotAtAllMayBeSetByTheirProgram() {
    assertThat(told(WEB, service("app: web, role: leader")))
        .containsExactly("13 warning: Service lead leads to nobody: no pod has the labels"
            + " app=web,role=leader; those of Deployment web lack role, unless a program sets it at"
            + " run time");
    assertThat(told(
            WEB.replace("labels: {app: web}", "labels: {app: web, role: follower}"),
            service("app: web, role: leader")))
        .containsExactly("13 error: Service lead leads to nobody: no pod has the labels"
            + " app=web,role=leader");
  }

  @Test
  void podsOfTheClusterItselfAreNoPartOfTheInput() {
    assertThat(told(WEB, service("component: kube-scheduler")))
        .containsExactly(
            "13 info: Service lead is for pods of the cluster itself, which are no part"
                + " of the input");
    assertThat(told(WEB, service("tier: control-plane")))
        .singleElement()
        .asString()
        .contains("info: Service lead is for pods");
  }

  @Test
  void aServiceOfAWorkloadThatIsScaledToNothing() {
    assertThat(told(WEB.replace("spec:\n  selector", "spec:\n  replicas: 0\n  selector"), """
        apiVersion: v1
        kind: Service
        metadata: {name: web}
        spec: {selector: {app: web}, ports: [{port: 80}]}
        """))
        .containsExactly("14 info: Service web leads to nobody for now: Deployment web has no pod");
  }

  @Test
  void aServiceWhosePortNoContainerHas() {
    assertThat(told(WEB, """
        apiVersion: v1
        kind: Service
        metadata: {name: web}
        spec:
          selector: {app: web}
          ports: [{port: 80, targetPort: web}]
        """))
        .containsExactly(
            "15 error: Service web leads to nobody: no container of its pods has a port"
                + " called web");
  }

  @Test
  void portsAndAddressesThatAreAskedForByNumberAreNotGivenToOthersBefore() {
    String any = """
        apiVersion: v1
        kind: Service
        metadata: {name: any}
        spec: {type: NodePort, selector: {app: web}, ports: [{port: 80}]}
        """;
    String given = """
        apiVersion: v1
        kind: Service
        metadata: {name: given}
        spec:
          type: NodePort
          clusterIP: 10.96.0.2
          selector: {app: web}
          ports: [{port: 80, nodePort: 30000}]
        """;

    assertThat(told(WEB, any, given)).isEmpty();
    assertThat(told(WEB, given, given.replace("name: given", "name: other")))
        .hasSize(2)
        .allMatch(text -> text.contains("which Service given has already"));
  }

  @Test
  void anIngressToNoServiceOrNoPort() {
    String service = """
        apiVersion: v1
        kind: Service
        metadata: {name: web}
        spec: {selector: {app: web}, ports: [{port: 80}]}
        """;
    String ingress = """
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata: {name: shop}
        spec: {defaultBackend: {service: {name: %s, port: {number: %d}}}}
        """;

    assertThat(told(WEB, service, ingress.formatted("web", 80))).isEmpty();
    assertThat(told(WEB, service, ingress.formatted("web", 81)))
        .containsExactly("18 error: Ingress shop leads to nobody: Service web has no port 81");
    assertThat(told(WEB, service, ingress.formatted("wbe", 80)))
        .containsExactly("18 error: Ingress shop leads to nobody: there is no Service wbe");
    assertThat(told(ingress.formatted("web", 80)))
        .containsExactly(
            "4 warning: Ingress shop leads to nobody: there is no Service web, as far as"
                + " the input holds Services");
    assertThat(told(WEB, service, ingress.formatted("docs", 80)))
        .containsExactly(
            "18 warning: Ingress shop leads to nobody: there is no Service docs, as far"
                + " as the input holds Services");
  }

  @Test
  void anIngressWithoutANamespaceMayBeAppliedToThatOfItsService() {
    String service = """
        apiVersion: v1
        kind: Service
        metadata: {name: web, namespace: shop}
        spec: {ports: [{port: 80}]}
        """;
    String ingress = """
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata: {name: shop%s}
        spec: {defaultBackend: {service: {name: web, port: {number: 80}}}}
        """;

    assertThat(told(service, ingress.formatted("")))
        .anySatisfy(told -> assertThat(told).contains("warning: Ingress shop leads to nobody"));
    assertThat(told(service, ingress.formatted(", namespace: office")))
        .anySatisfy(told -> assertThat(told).contains("error: Ingress shop leads to nobody"));
  }

  @Test
  void aClaimForWhichNobodyMakesAVolume() {
    String claim = """
        apiVersion: v1
        kind: PersistentVolumeClaim
        metadata: {name: data}
        spec:
          accessModes: [ReadWriteOnce]
          storageClassName: %s
          resources: {requests: {storage: 1Gi}}
        """;

    assertThat(told(claim.formatted("''")))
        .containsExactly("6 error: claim data never gets a volume: no persistent volumes available"
            + " for this claim and no storage class is set");
    assertThat(told(claim.formatted("fast")))
        .containsExactly("6 info: claim data has no volume yet: its class makes one when a pod that"
            + " uses it has a node");
  }

  private static String cronJob(String schedule, boolean suspended) {
    return """
        apiVersion: batch/v1
        kind: CronJob
        metadata: {name: report}
        spec:
          schedule: "%s"
          suspend: %s
          jobTemplate: {spec: {template: {spec: {restartPolicy: Never, containers: [{name: a, image: a}]}}}}
        """.formatted(schedule, suspended);
  }

  @Test
  void aCronJobThatNeverStartsOrNotYet() {
    assertThat(told(cronJob("0 0 31 2 *", false)))
        .containsExactly("5 error: CronJob report never starts: no time fits its schedule");
    assertThat(told(cronJob("30 2 * * *", true)))
        .containsExactly("6 info: CronJob report is suspended: it does not start until somebody"
            + " resumes it");
    assertThat(DryRuns.of(cronJob("30 2 * * *", false)).problems())
        .singleElement()
        .satisfies(problem -> assertThat(problem.remedy().orElse("")).startsWith("--until 3h "));
  }

  @Test
  void aJobThatRunsOrIsSuspended() {
    String job = """
        apiVersion: batch/v1
        kind: Job
        metadata: {name: load}
        spec:
          suspend: %s
          template: {spec: {restartPolicy: Never, containers: [{name: a, image: 'a:1'}]}}
        """;

    assertThat(told(job.formatted("false")))
        .containsExactly(
            "6 info: Job load runs; no program runs here, so when and how it ends is not"
                + " known");
    assertThat(told(job.formatted("true")))
        .containsExactly("5 info: load is suspended: it runs nothing until somebody resumes it");
  }

  @Test
  void anAutoscalerByAShareOfWhatNobodyAsksFor() {
    assertThat(told(WEB, """
        apiVersion: autoscaling/v2
        kind: HorizontalPodAutoscaler
        metadata: {name: web}
        spec:
          maxReplicas: 3
          scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}
          metrics:
          - {type: Resource, resource: {name: cpu, target: {type: Utilization, averageUtilization: 50}}}
        """))
        .containsExactly(
            "17 error: web does not scale: its target is a share of the cpu that is asked"
                + " for, and container main asks for none");
  }
}
