package dev.seaworthy.simulate.scheduler.framework;

import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.Absent;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.simulate.object.HostPort;
import dev.seaworthy.simulate.object.NodeAffinityTerms;
import dev.seaworthy.simulate.object.PodClaims;
import dev.seaworthy.simulate.object.PodRequests;
import dev.seaworthy.simulate.object.Tolerations;
import java.util.List;
import java.util.Map;

/**
 * What the plug-ins look at in a pod, read once. Pods of one signature are alike to all of them:
 * what is found out for one holds for the next. There is one instance for each signature ({@link
 * PodSignatures}), so that they can be compared and counted cheaply.
 */
public final class PodSignature {

  private static final String NEAR = "podAffinity";
  private static final String FAR = "podAntiAffinity";

  private final String namespace;
  private final Map<String, String> labels;
  private final Node spec;
  private final Node controller;
  private final ResourceVector requests;
  private final ResourceVector requestsForScores;
  private final Tolerations tolerations;
  private final NodeAffinityTerms nodeAffinity;
  private final List<HostPort> hostPorts;
  private final List<PodClaims.Use> claims;
  private final List<DiskVolume> disks;
  private final List<AffinityTerm> requiredAffinity;
  private final List<AffinityTerm> requiredAntiAffinity;
  private final List<AffinityTerm> preferredAffinity;
  private final List<AffinityTerm> preferredAntiAffinity;

  PodSignature(Resource pod) {
    namespace = pod.namespace();
    labels = Map.copyOf(pod.labels());
    spec = pod.at("spec");
    controller = pod.controller().orElse(Absent.INSTANCE);
    requests = ResourceVector.of(PodRequests.of(pod));
    requestsForScores = ResourceVector.of(PodRequests.forScores(pod));
    tolerations = Tolerations.of(pod);
    nodeAffinity = NodeAffinityTerms.of(spec);
    hostPorts = HostPort.of(spec);
    claims = PodClaims.uses(pod);
    disks = DiskVolume.of(spec);
    requiredAffinity = AffinityTerm.required(pod, NEAR);
    requiredAntiAffinity = AffinityTerm.required(pod, FAR);
    preferredAffinity = AffinityTerm.preferred(pod, NEAR);
    preferredAntiAffinity = AffinityTerm.preferred(pod, FAR);
  }

  public String namespace() {
    return namespace;
  }

  public Map<String, String> labels() {
    return labels;
  }

  /** The specification of one of these pods; they may differ in what no plug-in looks at. */
  public Node spec() {
    return spec;
  }

  /** The reference to the owner that is marked as controller; absent if there is none. */
  public Node controller() {
    return controller;
  }

  public long priority() {
    return spec.get("priority").longOr(0);
  }

  /** The node that the pod asks for by name; empty if it leaves that to the scheduler. */
  public String nodeName() {
    return spec.get("nodeName").text();
  }

  public ResourceVector requests() {
    return requests;
  }

  /** What is requested, with a little for containers that request nothing. */
  public ResourceVector requestsForScores() {
    return requestsForScores;
  }

  public Tolerations tolerations() {
    return tolerations;
  }

  public NodeAffinityTerms nodeAffinity() {
    return nodeAffinity;
  }

  public List<HostPort> hostPorts() {
    return hostPorts;
  }

  /** The claims that it has as volumes. */
  public List<PodClaims.Use> claims() {
    return claims;
  }

  /** The disks that it names outright. */
  public List<DiskVolume> disks() {
    return disks;
  }

  /** Whether it has the claim of this name as a volume. */
  public boolean uses(String claimNamespace, String claim) {
    return namespace.equals(claimNamespace)
        && claims.stream().anyMatch(use -> use.claim().equals(claim));
  }

  public List<AffinityTerm> requiredAffinity() {
    return requiredAffinity;
  }

  public List<AffinityTerm> requiredAntiAffinity() {
    return requiredAntiAffinity;
  }

  public List<AffinityTerm> preferredAffinity() {
    return preferredAffinity;
  }

  public List<AffinityTerm> preferredAntiAffinity() {
    return preferredAntiAffinity;
  }
}
