package dev.seaworthy.cli;

import dev.seaworthy.api.Release;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code 1.31}; a release that the product does not know is a mistake of the command line. */
final class ReleaseConverter implements ITypeConverter<Release> {

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
