package dev.seaworthy.lint;

import dev.seaworthy.cel.CelEnvironment;
import dev.seaworthy.cel.CelFunction;
import dev.seaworthy.cel.PlainValues;
import dev.seaworthy.cel.ValueType;
import dev.seaworthy.cel.library.CelFunctions;
import dev.seaworthy.diagnostic.NearestName;
import dev.seaworthy.manifest.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The words of a rule's expressions. {@code docs/how-to/write-a-rule.md} explains them to people who
 * write rules.
 */
public final class Vocabulary {

  /** What the rule judges: the object, pod spec or container, or the item that {@code over} leads to. */
  static final String SELF = "self";

  /** The object that holds it all. */
  static final String OBJECT = "object";

  /** The pod spec; for rules about pods and containers. */
  static final String POD = "pod";

  /** The container; for rules about containers. */
  static final String CONTAINER = "container";

  /** What holds for the container: its own security context, else the pod's, field by field. */
  static final String SECURITY = "security";

  /** {@code ordinary}, {@code sidecar} or {@code init}. */
  static final String ROLE = "role";

  /** The pod template in the graph; for rules about pods and containers. */
  static final String WORKLOAD = "workload";

  /** The last step of the way to what {@code over} leads to: {@code memory}. */
  static final String FIELD = "field";

  /** Whether the object's kind lives outside namespaces. */
  static final String IS_CLUSTER_SCOPED = "isClusterScoped";

  /** The rule's parameters. */
  static final String PARAMS = "params";

  /** The minor number of the release: 37. */
  static final String RELEASE = "release";

  /** {@code baseline} or {@code restricted} in these two profiles, else empty. */
  static final String POD_SECURITY = "podSecurity";

  /** The name of the profile that runs. */
  static final String PROFILE = "profile";

  private static final ValueType TEXTS = ValueType.map(ValueType.STRING, ValueType.STRING);
  private static final ValueType WORKLOAD_TYPE = ValueType.opaque("seaworthy.Workload");
  private static final CelFunction.Parameter IT =
      new CelFunction.Parameter(WORKLOAD_TYPE, PodInGraph.class);
  private static final CelFunction.Parameter TEXT =
      new CelFunction.Parameter(ValueType.STRING, String.class);

  private Vocabulary() {}

  /** The environment of the expressions of all rules. */
  public static CelEnvironment environment() {
    return new CelEnvironment(variables(), functions());
  }

  /** What expressions can call beside what CEL itself has. */
  public static List<CelFunction> functions() {
    List<CelFunction> functions = new ArrayList<>(CelFunctions.all());
    functions.addAll(workloadFunctions());
    functions.addAll(relationFunctions());
    functions.addAll(textFunctions());
    return functions;
  }

  private static List<CelFunction> textFunctions() {
    CelFunction.Parameter texts =
        new CelFunction.Parameter(ValueType.list(ValueType.DYN), List.class);
    return List.of(
        CelFunction.member(
            "like",
            "string_like_string",
            ValueType.BOOL,
            List.of(TEXT, TEXT),
            arguments -> Wildcard.matches((String) arguments[1], (String) arguments[0])),
        CelFunction.global(
            "nearest",
            "nearest_string_list",
            ValueType.STRING,
            List.of(TEXT, texts),
            arguments -> nearest((String) arguments[0], (List<?>) arguments[1])));
  }

  private static String nearest(String written, List<?> candidates) {
    List<String> names = candidates.stream().map(String::valueOf).toList();
    return NearestName.to(written, names).orElse("");
  }

  /**
   * Whether {@code reference}, a variable or the overload of a function, asks of other objects than
   * the one at hand: a rule that uses it waits until all files are read.
   */
  public static boolean asksOthers(String reference) {
    return reference.equals(IS_CLUSTER_SCOPED)
        || relationFunctions().stream().anyMatch(f -> f.overloadId().equals(reference));
  }

  private static Map<String, ValueType> variables() {
    return Map.ofEntries(
        Map.entry(SELF, ValueType.DYN),
        Map.entry(OBJECT, ValueType.DYN),
        Map.entry(POD, ValueType.DYN),
        Map.entry(CONTAINER, ValueType.DYN),
        Map.entry(SECURITY, ValueType.DYN),
        Map.entry(ROLE, ValueType.STRING),
        Map.entry(PROFILE, ValueType.STRING),
        Map.entry(WORKLOAD, WORKLOAD_TYPE),
        Map.entry(FIELD, ValueType.STRING),
        Map.entry(IS_CLUSTER_SCOPED, ValueType.BOOL),
        Map.entry(PARAMS, ValueType.map(ValueType.STRING, ValueType.DYN)),
        Map.entry(RELEASE, ValueType.INT),
        Map.entry(POD_SECURITY, ValueType.STRING));
  }

  /** What the pod template itself tells. */
  private static List<CelFunction> workloadFunctions() {
    return List.of(
        property("isLongRunning", ValueType.BOOL, it -> it.template().isLongRunning()),
        property("isForWindows", ValueType.BOOL, it -> it.template().isForWindows()),
        property("labels", TEXTS, it -> it.template().labels()),
        property("annotations", TEXTS, it -> it.template().annotations()));
  }

  /** What other objects tell of the pod template. */
  private static List<CelFunction> relationFunctions() {
    return List.of(
        property(
            "services",
            ValueType.list(ValueType.DYN),
            it -> it.services().stream()
                .map(s -> PlainValues.of(s.resource().root()))
                .toList()),
        property("lowestReplicas", ValueType.INT, PodInGraph::lowestReplicas),
        property("serviceAccount", ValueType.DYN, it -> PlainValues.of(it.serviceAccount())),
        property("isServiceAccountBound", ValueType.BOOL, PodInGraph::isServiceAccountBound),
        property("highestReplicas", ValueType.INT, PodInGraph::highestReplicas),
        property("servicesOfNamespace", ValueType.INT, PodInGraph::servicesOfNamespace),
        amount("request", EffectiveResources::request),
        amount("limit", EffectiveResources::limit));
  }

  private interface Amount {
    Node of(EffectiveResources resources, Node container, String resource);
  }

  /** Of a container and the name of a resource; 0 where nobody gives an amount. */
  private static CelFunction amount(String name, Amount amount) {
    return CelFunction.member(
        name,
        "workload_" + name + "_dyn_string",
        ValueType.DYN,
        List.of(IT, new CelFunction.Parameter(ValueType.DYN, Object.class), TEXT),
        arguments -> {
          PodInGraph pod = (PodInGraph) arguments[0];
          Node container = PlainValues.toNode(arguments[1]);
          Node given = amount.of(pod.resources(), container, (String) arguments[2]);
          return given.isPresent() ? PlainValues.of(given) : (Object) 0L;
        });
  }

  private static CelFunction property(
      String name, ValueType type, Function<PodInGraph, Object> value) {
    return CelFunction.member(
        name,
        "workload_" + name,
        type,
        List.of(IT),
        arguments -> value.apply((PodInGraph) arguments[0]));
  }
}
