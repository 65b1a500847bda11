package dev.seaworthy.cli;

import dev.seaworthy.api.Release;
import java.util.function.Consumer;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code 1.31}; a release that the product does not know is a mistake of the command line. */
final class ReleaseConverter implements ITypeConverter<Release> {

  /** The option that names a release. */
  static OptionSpec option(Consumer<Release> target, String description) {
    return Options.value("RELEASE", Release.class, target, "-k", "--kubernetes")
        .converters(new ReleaseConverter())
        .description(description)
        .build();
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
