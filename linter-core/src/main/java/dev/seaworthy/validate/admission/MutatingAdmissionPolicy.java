package dev.seaworthy.validate.admission;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.api.Release;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.validate.defaulting.Defaults;
import dev.seaworthy.validate.field.CauseType;
import dev.seaworthy.validate.field.FieldError;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Lets the policies of the cluster change what is written. Of a policy that fails, what it could not
 * do turns the object away, unless it says otherwise.
 */
final class MutatingAdmissionPolicy implements AdmissionPlugin {

  static final GroupKind POLICY = BoundPolicy.kind("MutatingAdmissionPolicy");
  private static final GroupKind BINDING = BoundPolicy.kind("MutatingAdmissionPolicyBinding");

  /** Made for the first policy: without one nothing of CEL is loaded. */
  private @Nullable PolicyExpressions expressions;

  private final Map<Release, Defaults> defaults = new ConcurrentHashMap<>();

  @Override
  public PluginName name() {
    return PluginName.MUTATING_ADMISSION_POLICY;
  }

  @Override
  public boolean handles(AdmissionRequest request) {
    return BoundPolicy.areAsked(POLICY, request);
  }

  @Override
  public Mapping admit(AdmissionRequest request, Objections objections) {
    Reinvocation turns = request.reinvocation();
    turns.look(request.object());
    AdmissionRequest current = request;
    for (BoundPolicy bound : BoundPolicy.of(POLICY, BINDING, request)) {
      current = current.withObject(apply(bound, current, objections));
    }
    turns.end(current.object());
    return current.object();
  }

  private Mapping apply(BoundPolicy bound, AdmissionRequest request, Objections objections) {
    PolicyParams params = bound.params();
    if (params.missing().isPresent()) {
      fail(bound, "Forbidden", params.missing().get(), objections);
      return request.object();
    }
    String left = unplayed(bound, params, request);
    if (!left.isEmpty()) {
      objections.warn(
          name(),
          FieldPath.ROOT,
          "was not changed by MutatingAdmissionPolicy '" + bound.policy().name() + "', because "
              + left);
      return request.object();
    }
    AdmissionRequest current = request;
    for (Node object : params.objects()) {
      current = current.withObject(apply(bound, object, current, objections));
    }
    return current.object();
  }

  /** Why a policy can't be played; empty if it can. */
  private String unplayed(BoundPolicy bound, PolicyParams params, AdmissionRequest request) {
    if (params.isUnknown()) {
      return "the input does not hold its parameters";
    }
    if (bound.request().type() != request.type()) {
      return "it is written for another version of the kind";
    }
    return PolicyMutation.isKnown(expressions(), bound.policy().root())
        ? ""
        : "an expression of it can't be evaluated offline";
  }

  private Mapping apply(
      BoundPolicy bound, Node params, AdmissionRequest request, Objections objections) {
    Reinvocation turns = request.reinvocation();
    String key = bound.policy().name() + "\n" + bound.binding().name() + "\n"
        + params.at("metadata", "namespace").text() + "/"
        + params.at("metadata", "name").text();
    PolicyMutation mutation = new PolicyMutation(
        expressions(), bound.about(request), params, defaults(request.request().release()));
    boolean isPlayed = mutation.isAsked() && !turns.isLeftOut(key);
    Mapping changed = isPlayed ? mutation.mutated() : request.object();
    mutation.problems().forEach(problem -> fail(bound, "Invalid", problem, objections));
    if (isPlayed) {
      if (!changed.sameAs(request.object())) {
        turns.changed();
      }
      if (bound.policy().at("spec", "reinvocationPolicy").text().equals("IfNeeded")) {
        turns.invoked(key);
      }
    }
    return changed;
  }

  private synchronized PolicyExpressions expressions() {
    PolicyExpressions made = expressions;
    if (made == null) {
      made = new PolicyExpressions();
      expressions = made;
    }
    return made;
  }

  private Defaults defaults(Release release) {
    return defaults.computeIfAbsent(release, Defaults::new);
  }

  private void fail(BoundPolicy bound, String reason, String problem, Objections objections) {
    if (!bound.ignoresFailures()) {
      String message = "is denied by " + bound.title() + ": " + problem;
      objections.deny(new Denial(
          name(),
          403,
          reason,
          FieldPath.ROOT,
          message,
          List.of(FieldError.of(CauseType.UNSAID, FieldPath.ROOT, name().word(), message))));
    }
  }
}
