package dev.seaworthy.cli;

import dev.seaworthy.diagnostic.Severity;
import java.util.Iterator;
import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code error}, {@code warning} or {@code info}. */
final class SeverityConverter implements ITypeConverter<Severity> {

  private static final List<Severity> GRAVEST_FIRST =
      List.of(Severity.ERROR, Severity.WARNING, Severity.INFO);

  @Override
  public Severity convert(String text) {
    return GRAVEST_FIRST.stream()
        .filter(severity -> severity.word().equals(text))
        .findFirst()
        .orElseThrow(() -> new TypeConversionException(
            "'" + text + "' is no severity; error, warning and info are"));
  }

  /** What a shell may complete. */
  static final class Words implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return GRAVEST_FIRST.stream().map(Severity::word).iterator();
    }
  }
}
