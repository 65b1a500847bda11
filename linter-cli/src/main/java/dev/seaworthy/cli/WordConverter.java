package dev.seaworthy.cli;

import dev.seaworthy.diagnostic.NearestName;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads one of the words that the constants of an enum are written as. */
final class WordConverter<E extends Enum<E>> implements ITypeConverter<E> {

  private final E[] choices;

  WordConverter(Class<E> type) {
    this.choices = type.getEnumConstants();
  }

  @Override
  public E convert(String text) {
    return Stream.of(choices)
        .filter(choice -> choice.toString().equalsIgnoreCase(text))
        .findFirst()
        .orElseThrow(() -> new TypeConversionException(unknown(text)));
  }

  private String unknown(String text) {
    List<String> words = Stream.of(choices)
        .map(choice -> choice.toString().toLowerCase(Locale.ROOT))
        .toList();
    String all = "it can be " + String.join(", ", words);
    return "'" + text + "' is unknown; "
        + NearestName.to(text, words).map(near -> "did you mean " + near + "?").orElse(all);
  }
}
