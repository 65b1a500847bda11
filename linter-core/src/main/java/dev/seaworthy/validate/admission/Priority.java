package dev.seaworthy.validate.admission;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.Absent;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Scalar;
import java.util.Optional;

/**
 * A new pod gets the priority of its class, or of the class for pods that name none; and of those
 * there may be but one.
 */
final class Priority implements AdmissionPlugin {

  static final GroupKind PRIORITY_CLASS = GroupKind.of("scheduling.k8s.io", "PriorityClass");

  private static final FieldPath CLASS_NAME = FieldPath.of("spec", "priorityClassName");
  private static final Scalar PREEMPTS = Scalar.of("PreemptLowerPriority");

  /** What a class gives; {@code policy} is absent where the class does not say. */
  private record Rank(String className, long value, Node policy) {}

  @Override
  public PluginName name() {
    return PluginName.PRIORITY;
  }

  @Override
  public boolean handles(AdmissionRequest request) {
    return request.isFor(AdmissionRequest.POD) || request.isFor(PRIORITY_CLASS);
  }

  @Override
  public Mapping admit(AdmissionRequest request, Objections objections) {
    if (!request.isFor(AdmissionRequest.POD)) {
      return request.object();
    }
    return request.isCreate()
        ? ofCreate(request, objections)
        : request.withSpec(kept(request.spec(), request.previous().get("spec")));
  }

  /** A client that sends its own manifest again knows nothing of what was filled in. */
  private static Mapping kept(Mapping spec, Node before) {
    Mapping kept = spec;
    for (String field : new String[] {"priority", "preemptionPolicy"}) {
      if (kept.get(field).isAbsent() && before.get(field).isPresent()) {
        kept = kept.with(field, before.get(field));
      }
    }
    return kept;
  }

  private Mapping ofCreate(AdmissionRequest request, Objections objections) {
    Mapping spec = request.spec();
    String className = spec.get("priorityClassName").text();
    Optional<Rank> rank = className.isEmpty() ? usual(request.facts()) : named(request, className);
    if (rank.isEmpty()) {
      if (request.facts().knowsAll(PRIORITY_CLASS)) {
        objections.forbid(
            name(), CLASS_NAME, "no PriorityClass with name " + className + " was found");
      }
      return request.object();
    }
    return request.withSpec(ranked(spec, rank.get(), objections));
  }

  private static Optional<Rank> named(AdmissionRequest request, String className) {
    return switch (className) {
      case "system-node-critical" -> Optional.of(new Rank(className, 2_000_001_000L, PREEMPTS));
      case "system-cluster-critical" -> Optional.of(new Rank(className, 2_000_000_000L, PREEMPTS));
      default -> request.facts().find(PRIORITY_CLASS, "", className).map(Priority::rank);
    };
  }

  /** What a pod gets that names no class: of several defaults the one with the lowest value. */
  private static Optional<Rank> usual(ClusterFacts facts) {
    Rank usual = new Rank("", 0, PREEMPTS);
    boolean isGiven = false;
    for (Resource each : facts.candidates(PRIORITY_CLASS)) {
      if (each.at("globalDefault").isTrue() && (!isGiven || value(each) < usual.value())) {
        usual = rank(each);
        isGiven = true;
      }
    }
    return Optional.of(usual);
  }

  private static long value(Resource priorityClass) {
    return priorityClass.at("value").longOr(0);
  }

  private static Rank rank(Resource priorityClass) {
    Node policy = priorityClass.at("preemptionPolicy");
    return new Rank(
        priorityClass.name(), value(priorityClass), policy.isAbsent() ? Absent.INSTANCE : policy);
  }

  private Mapping ranked(Mapping spec, Rank rank, Objections objections) {
    Mapping ranked = rank.className().isEmpty()
        ? spec
        : set(spec, "priorityClassName", Scalar.of(rank.className()));
    ranked = filled(ranked, "priority", Scalar.of(rank.value()), objections);
    return rank.policy().isAbsent()
        ? ranked
        : filled(ranked, "preemptionPolicy", rank.policy(), objections);
  }

  private static Mapping set(Mapping spec, String field, Node value) {
    return spec.get(field).sameAs(value) ? spec : spec.with(field, value);
  }

  /** What a client writes must be what the class gives. */
  private Mapping filled(Mapping spec, String field, Node value, Objections objections) {
    Node given = spec.get(field);
    if (given.isPresent() && !given.sameAs(value)) {
      objections.forbid(
          name(),
          FieldPath.of("spec", field),
          "must not be " + given.toJson() + "; the PriorityClass gives " + value.toJson());
    }
    return given.isPresent() ? spec : spec.with(field, value);
  }

  @Override
  public void validate(AdmissionRequest request, Objections objections) {
    if (!request.isFor(PRIORITY_CLASS) || !request.object().get("globalDefault").isTrue()) {
      return;
    }
    // What is created is in nobody's way that is known to come later.
    String own = request.object().at("metadata", "name").text();
    request.facts().list(PRIORITY_CLASS, "").stream()
        .takeWhile(other -> !request.isCreate() || !other.name().equals(own))
        .filter(other -> other.at("globalDefault").isTrue() && !other.name().equals(own))
        .findFirst()
        .ifPresent(other -> objections.forbid(
            name(),
            FieldPath.of("globalDefault"),
            "PriorityClass " + other.name() + " is the default already, and there can be but one"));
  }
}
