package dev.seaworthy.cli;

import dev.seaworthy.report.Grouping;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads what findings are put together by. */
final class GroupingConverter implements ITypeConverter<Grouping> {

  /** What people write, and a shell may complete. */
  static final List<String> WORDS = Arrays.stream(Grouping.values())
      .map(each -> each.name().toLowerCase(Locale.ROOT))
      .toList();

  @Override
  public Grouping convert(String text) {
    int at = WORDS.indexOf(text);
    if (at < 0) {
      throw new TypeConversionException("findings can be grouped by " + String.join(", ", WORDS));
    }
    return Grouping.values()[at];
  }
}
