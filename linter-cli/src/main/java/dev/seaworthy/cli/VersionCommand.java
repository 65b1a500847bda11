package dev.seaworthy.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;

/** Shows the version, as the option {@code --version} does. */
final class VersionCommand implements Callable<Integer> {

  private final Console console;

  VersionCommand(Console console) {
    this.console = console;
  }

  CommandSpec spec() {
    CommandSpec spec = Options.command("version", this, "Show the version.");
    Options.examples(spec, "seaworthy version", "seaworthy version | head -n 1");
    return spec;
  }

  @Override
  public Integer call() {
    List.of(Version.lines()).forEach(console.out()::println);
    return ExitStatus.OK;
  }
}
