package dev.seaworthy.cli;

import dev.seaworthy.api.Release;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} says. */
final class Version implements IVersionProvider {

  @Override
  public String[] getVersion() {
    return lines();
  }

  static String[] lines() {
    String number = number();
    return new String[] {
      "seaworthy " + (number.isEmpty() ? "(built from classes)" : number),
      "knows Kubernetes " + Release.OLDEST + " to " + Release.NEWEST,
      "runs on Java " + Runtime.version()
    };
  }

  /** The version of the product; empty where it runs from classes. */
  static String number() {
    @Nullable String version = Version.class.getPackage().getImplementationVersion();
    return version == null ? "" : version;
  }
}
