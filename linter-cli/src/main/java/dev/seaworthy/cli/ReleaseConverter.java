package dev.seaworthy.cli;

import dev.seaworthy.api.Release;
import java.util.Iterator;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code 1.31}; a release that the product does not know is a mistake of the command line. */
final class ReleaseConverter implements ITypeConverter<Release> {

  /** The option that names a release. */
  static OptionSpec option(Consumer<Release> target, String description) {
    return Options.value("RELEASE", Release.class, target, "-k", "--kubernetes")
        .converters(new ReleaseConverter())
        .completionCandidates(new Known())
        .description(description)
        .build();
  }

  /** What a shell may complete. */
  private static final class Known implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return IntStream.rangeClosed(Release.OLDEST.minor(), Release.NEWEST.minor())
          .mapToObj(minor -> "1." + minor)
          .iterator();
    }
  }

  @Override
  public Release convert(String text) {
    Release release = Release.parse(text)
        .orElseThrow(() -> new TypeConversionException(
            "'" + text + "' is no release of Kubernetes; write it as 1.31"));
    if (!release.isSupported()) {
      throw new TypeConversionException("Kubernetes " + release + " is not known here; "
          + Release.OLDEST + " to " + Release.NEWEST + " are");
    }
    return release;
  }
}
