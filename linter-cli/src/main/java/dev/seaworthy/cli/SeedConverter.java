package dev.seaworthy.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a seed: any whole number of 64 bits. */
final class SeedConverter implements ITypeConverter<Long> {

  @Override
  public Long convert(String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException noNumber) {
      throw new TypeConversionException("'" + text + "' is no whole number such as 42");
    }
  }
}
