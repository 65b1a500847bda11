package dev.seaworthy.validate.admission;

import dev.cel.common.values.NullValue;
import dev.seaworthy.api.GroupVersionKind;
import dev.seaworthy.api.Resource;
import dev.seaworthy.cel.CelProgram;
import dev.seaworthy.cel.CelValues;
import dev.seaworthy.cel.ObjectView;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.validate.field.Request;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the expressions of a policy see of a request. */
final class PolicyValues implements CelProgram.Variables {

  static final List<String> NAMES = List.of(
      "object", "oldObject", "request", "params", "namespaceObject", "variables", "authorizer");

  private static final GroupVersionKind SCALE = new GroupVersionKind("autoscaling", "v1", "Scale");

  private final Map<String, Object> values = new HashMap<>();
  private final Map<String, Object> variables;

  PolicyValues(AdmissionRequest request, Node params) {
    this(request, params, new LinkedHashMap<>());
  }

  private PolicyValues(AdmissionRequest request, Node params, Map<String, Object> variables) {
    this.variables = variables;
    values.put(
        "object",
        request.request().isDelete() ? NullValue.NULL_VALUE : CelValues.of(request.object()));
    values.put("oldObject", CelValues.of(request.previous()));
    values.put("request", request(request));
    values.put("params", CelValues.of(params));
    values.put(
        "namespaceObject",
        PolicyMatch.namespace(request)
            .map(Resource::root)
            .<Object>map(CelValues::of)
            .orElse(NullValue.NULL_VALUE));
    values.put("variables", new ObjectView(variables));
  }

  /** The same variables with an object that was changed. */
  PolicyValues with(AdmissionRequest request, Node params) {
    return new PolicyValues(request, params, variables);
  }

  /** Gives a variable of the policy to the expressions after it. */
  void define(String name, Object value) {
    variables.put(name, value);
  }

  @Override
  public @Nullable Object find(String name) {
    return values.get(name);
  }

  /** The request as {@code kubectl apply --dry-run=server} of an administrator sends it. */
  private static Object request(AdmissionRequest request) {
    Map<String, Object> fields = new LinkedHashMap<>();
    GroupVersionKind sent =
        request.request().isOf(Request.SCALE) ? SCALE : request.type().gvk();
    ObjectView kind = new ObjectView(
        Map.of("group", sent.group(), "version", sent.version(), "kind", sent.kind()));
    ObjectView resource = new ObjectView(Map.of(
        "group", request.kind().group(),
        "version", request.type().gvk().version(),
        "resource", request.type().plural()));
    fields.put("kind", kind);
    fields.put("requestKind", kind);
    fields.put("resource", resource);
    fields.put("requestResource", resource);
    fields.put("name", request.object().at("metadata", "name").text());
    if (!request.namespace().isEmpty()) {
      fields.put("namespace", request.namespace());
    }
    if (!request.request().subresource().isEmpty()) {
      fields.put("subResource", request.request().subresource());
      fields.put("requestSubResource", request.request().subresource());
    }
    fields.put("operation", request.request().operation().name());
    fields.put(
        "userInfo",
        new ObjectView(Map.of(
            "username", "admin", "groups", List.of("system:masters", "system:authenticated"))));
    fields.put("dryRun", true);
    fields.put("options", new ObjectView(Map.of("dryRun", List.of("All"))));
    return new ObjectView(fields);
  }
}
