package dev.seaworthy.cli;

import dev.seaworthy.Seaworthy;
import dev.seaworthy.Settings;
import dev.seaworthy.UnreadableInput;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** What the cluster runs before the objects are applied, and what becomes of what vanished. */
final class ChangeOptions {

  private final UpdateOptions before = new UpdateOptions();
  private boolean prune;

  void addTo(CommandSpec spec) {
    before.addPreviousTo(spec);
    spec.addOption(Options.flag(
        "--prune",
        "With --against or --previous: delete what is no longer in the files; otherwise it stays.",
        given -> prune = given));
  }

  /** Whether anything was said of what was before. */
  boolean isGiven() {
    return before.areGiven();
  }

  Settings heed(Settings settings, ScenarioOptions scenarios) {
    if (before.areGiven() && scenarios.areGiven()) {
      throw new CommandFailure(
          "a story says itself what is applied over what: leave out --against and --previous");
    }
    if (prune && !before.areGiven()) {
      throw new CommandFailure(
          "--prune needs to know what was before: add --against or --previous");
    }
    return prune ? settings.pruningWhatVanished() : settings;
  }

  /** {@code seaworthy}, whose cluster runs what was before. */
  Seaworthy compare(Seaworthy seaworthy, List<String> paths, Console console)
      throws UnreadableInput {
    return before.compare(seaworthy, paths, console);
  }
}
