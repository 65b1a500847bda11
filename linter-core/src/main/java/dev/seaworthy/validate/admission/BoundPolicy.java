package dev.seaworthy.validate.admission;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.api.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A policy that is asked about a request, by one of its bindings.
 *
 * @param request the request in the version that the policy is about
 */
record BoundPolicy(
    Resource policy, Resource binding, PolicyParams params, AdmissionRequest request) {

  private static final String GROUP = "admissionregistration.k8s.io";
  private static final Set<String> UNJUDGED = Set.of(
      "MutatingAdmissionPolicy",
      "MutatingAdmissionPolicyBinding",
      "ValidatingAdmissionPolicy",
      "ValidatingAdmissionPolicyBinding");

  static GroupKind kind(String name) {
    return GroupKind.of(GROUP, name);
  }

  /** Whether there are policies to ask; they and their like are never judged by policies. */
  static boolean areAsked(GroupKind policies, AdmissionRequest request) {
    boolean isPolicy =
        request.kind().group().equals(GROUP) && UNJUDGED.contains(request.kind().kind());
    return !isPolicy && !request.facts().list(policies, "").isEmpty();
  }

  /** Those of the kinds {@code policies} and {@code bindings} that are about {@code request}. */
  static List<BoundPolicy> of(GroupKind policies, GroupKind bindings, AdmissionRequest request) {
    PolicyMatch match = new PolicyMatch(request);
    List<Resource> all = request.facts().list(bindings, "");
    List<BoundPolicy> bound = new ArrayList<>();
    for (Resource policy : request.facts().list(policies, "")) {
      match.policy(policy.at("spec", "matchConstraints")).ifPresent(matched -> {
        for (Resource binding : all) {
          boolean isOfPolicy = binding.at("spec", "policyName").text().equals(policy.name());
          if (isOfPolicy && match.binding(binding.at("spec", "matchResources"))) {
            bound.add(new BoundPolicy(
                policy, binding, PolicyParams.of(policy.root(), binding.root(), request), matched));
          }
        }
      });
    }
    return bound;
  }

  /** The same, about what the request has become. */
  BoundPolicy about(AdmissionRequest changed) {
    return new BoundPolicy(policy, binding, params, changed);
  }

  boolean ignoresFailures() {
    return policy.at("spec", "failurePolicy").text().equals("Ignore");
  }

  /** Both in words. */
  String title() {
    return policy.groupKind().kind() + " '" + policy.name() + "' with binding '" + binding.name()
        + "'";
  }
}
