package dev.seaworthy.cel.server;

import dev.seaworthy.cel.CelFunction;
import dev.seaworthy.cel.CelFunction.Parameter;
import dev.seaworthy.cel.ValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Versions by semver.org, and texts that mean one (a leading v, missing parts, leading zeros). */
public final class SemverFunctions {

  private static final ValueType SEMVER = ValueType.opaque("kubernetes.Semver");
  private static final Parameter SELF = new Parameter(SEMVER, SemanticVersion.class);

  private SemverFunctions() {}

  public static List<CelFunction> all() {
    List<CelFunction> all = new ArrayList<>();
    for (List<Parameter> parameters :
        List.of(List.of(Signature.TEXT), List.of(Signature.TEXT, Signature.BOOL))) {
      String id = parameters.size() == 1 ? "" : "_bool";
      all.add(CelFunction.global(
          "semver", "string_to_semver" + id, SEMVER, parameters, SemverFunctions::parse));
      all.add(CelFunction.global(
          "isSemver",
          "is_semver_string" + id,
          ValueType.BOOL,
          parameters,
          arguments ->
              SemanticVersion.parse((String) arguments[0], isLenient(arguments)).isPresent()));
    }
    all.add(part("major", SemanticVersion::major));
    all.add(part("minor", SemanticVersion::minor));
    all.add(part("patch", SemanticVersion::patch));
    all.add(comparison("isLessThan", ValueType.BOOL, order -> order < 0));
    all.add(comparison("isGreaterThan", ValueType.BOOL, order -> order > 0));
    all.add(comparison("compareTo", ValueType.INT, order -> (long) order));
    return all;
  }

  private static boolean isLenient(Object[] arguments) {
    return arguments.length > 1 && (Boolean) arguments[1];
  }

  private static Object parse(Object[] arguments) {
    return SemanticVersion.parse((String) arguments[0], isLenient(arguments))
        .orElseThrow(() -> new IllegalArgumentException("'" + arguments[0] + "' is no version"));
  }

  private static CelFunction part(String name, Function<SemanticVersion, Long> part) {
    return CelFunction.member(
        name,
        "semver_" + name,
        ValueType.INT,
        List.of(SELF),
        arguments -> part.apply((SemanticVersion) arguments[0]));
  }

  private static CelFunction comparison(
      String name, ValueType type, Function<Integer, Object> answer) {
    return CelFunction.member(
        name,
        "semver_" + name,
        type,
        List.of(SELF, SELF),
        arguments -> answer.apply(
            ((SemanticVersion) arguments[0]).compareTo((SemanticVersion) arguments[1])));
  }
}
