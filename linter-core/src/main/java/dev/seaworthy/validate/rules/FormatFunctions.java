package dev.seaworthy.validate.rules;

import dev.seaworthy.cel.CelFunction;
import dev.seaworthy.cel.CelFunction.Parameter;
import dev.seaworthy.cel.ValueType;
import dev.seaworthy.cel.server.Signature;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code format.named(name)}, {@code format.dns1123Label()} and the like, and their validate(text). */
final class FormatFunctions {

  private static final ValueType FORMAT = ValueType.opaque("kubernetes.NamedFormat");
  private static final Parameter SELF = new Parameter(FORMAT, NamedFormat.class);
  private static final ValueType PROBLEMS = ValueType.optional(ValueType.list(ValueType.STRING));

  private FormatFunctions() {}

  static List<CelFunction> all() {
    List<CelFunction> all = new ArrayList<>();
    all.add(CelFunction.global(
        "format.named",
        "format_named",
        ValueType.optional(FORMAT),
        List.of(Signature.TEXT),
        arguments -> NamedFormat.of((String) arguments[0])));
    for (String name : NamedFormat.NAMES) {
      all.add(CelFunction.global(
          "format." + name,
          "format_" + name,
          FORMAT,
          List.of(),
          arguments -> NamedFormat.of(name).orElseThrow()));
    }
    all.add(CelFunction.member(
        "validate",
        "format_validate",
        PROBLEMS,
        List.of(SELF, Signature.TEXT),
        arguments -> validate((NamedFormat) arguments[0], (String) arguments[1])));
    return all;
  }

  private static Optional<List<String>> validate(NamedFormat format, String text) {
    return Optional.of(format.problems().apply(text)).filter(problems -> !problems.isEmpty());
  }
}
