package dev.seaworthy.cli;

import java.util.function.Consumer;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.TypeConversionException;

/** Reads a number that makes sense only within bounds. */
final class WholeNumber implements ITypeConverter<Integer> {

  private final int least;
  private final int most;

  private WholeNumber(int least, int most) {
    this.least = least;
    this.most = most;
  }

  /** An option whose value is from {@code least} to {@code most}. */
  static OptionSpec.Builder option(int least, int most, Consumer<Integer> target, String... names) {
    return Options.value("N", Integer.class, target, names)
        .converters(new WholeNumber(least, most));
  }

  @Override
  public Integer convert(String text) {
    try {
      int number = Integer.parseInt(text);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException noNumber) {
      // Told below, as what lies out of bounds is.
    }
    throw new TypeConversionException(
        "'" + text + "' is no whole number from " + least + " to " + most);
  }
}
