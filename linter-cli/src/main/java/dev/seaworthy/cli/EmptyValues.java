package dev.seaworthy.cli;

import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/**
 * Tells of options whose value is empty, as a script's unset variable leaves them: it would mean the
 * current folder here, everything there, and nothing elsewhere.
 */
final class EmptyValues {

  /** Like for kubectl, one without a condition selects everything. */
  private static final String SELECTOR = "--selector";

  private EmptyValues() {}

  /** @throws ParameterException if there is one */
  static void refuse(ParseResult parsed) {
    for (ArgSpec given : parsed.matchedArgs()) {
      empty(given).ifPresent(name -> {
        throw new ParameterException(
            parsed.commandSpec().commandLine(),
            name + " is given without a value: name one, or leave it out");
      });
    }
    if (parsed.hasSubcommand()) {
      refuse(parsed.subcommand());
    }
  }

  private static Optional<String> empty(ArgSpec given) {
    boolean isOption = given instanceof OptionSpec;
    if (isOption && List.of(((OptionSpec) given).names()).contains(SELECTOR)) {
      return Optional.empty();
    }
    return given.originalStringValues().stream().anyMatch(EmptyValues::saysNothing)
        ? Optional.of(isOption ? ((OptionSpec) given).longestName() : given.paramLabel())
        : Optional.empty();
  }

  private static boolean saysNothing(String value) {
    return value.chars().allMatch(c -> c <= ' ' || c == ',');
  }
}
