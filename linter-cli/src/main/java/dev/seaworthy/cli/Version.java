package dev.seaworthy.cli;

import dev.seaworthy.api.Release;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} says. */
final class Version implements IVersionProvider {

  @Override
  public String[] getVersion() {
    String version = Version.class.getPackage().getImplementationVersion();
    return new String[] {
      "seaworthy " + (version == null ? "(built from classes)" : version),
      "knows Kubernetes " + Release.OLDEST + " to " + Release.NEWEST,
      "runs on Java " + Runtime.version()
    };
  }
}
