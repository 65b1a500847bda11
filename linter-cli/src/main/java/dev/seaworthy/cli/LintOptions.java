package dev.seaworthy.cli;

import dev.seaworthy.Settings;
import dev.seaworthy.UnreadableInput;
import dev.seaworthy.lint.LintSettings.World;
import dev.seaworthy.lint.RuleProfile;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.TypeConversionException;

/** What to look at. */
final class LintOptions {

  private List<String> enabled = List.of();
  private List<String> disabled = List.of();
  private List<String> ruleFolders = List.of();
  private @Nullable RuleProfile profile;
  private @Nullable World references;

  void addTo(CommandSpec spec) {
    spec.addOption(profileOption(
        given -> profile = given,
        "The set of rules: ${COMPLETION-CANDIDATES}; default: recommended."));
    spec.addOption(Options.values("RULE", given -> enabled = given, "--enable")
        .splitRegex(",")
        .completionCandidates(new RuleNames())
        .description("Rules to run beside those of the profile.")
        .build());
    spec.addOption(Options.values("RULE", given -> disabled = given, "--disable")
        .splitRegex(",")
        .completionCandidates(new RuleNames())
        .description("Rules not to run.")
        .build());
    spec.addOption(ruleFolders(given -> ruleFolders = given));
    spec.addOption(Options.value("WORLD", World.class, given -> references = given, "--references")
        .completionCandidates(List.of("auto", "closed", "open"))
        .description(
            "auto, closed or open: whether what the input lacks may exist elsewhere; default:"
                + " auto.")
        .build());
  }

  /** Where rules of one's own are. */
  static OptionSpec ruleFolders(Consumer<List<String>> target) {
    return Options.values("DIR", target, "--rules")
        .description("A folder with rules of your own, a folder each; may be given several times.")
        .build();
  }

  static OptionSpec profileOption(Consumer<RuleProfile> target, String description) {
    return Options.value("NAME", RuleProfile.class, target, "--profile")
        .converters(new ProfileConverter())
        .completionCandidates(new ProfileConverter.Words())
        .description(description)
        .build();
  }

  /** {@code settings} with what these options say; paths count from the console's folder. */
  Settings settings(Settings settings, Console console) throws UnreadableInput {
    for (String rule : enabled) {
      if (disabled.contains(rule)) {
        throw new CommandFailure(
            "--enable and --disable both name " + rule + ": leave one of them out");
      }
    }
    Settings changed = settings.addingRules(console.folder(), ruleFolders);
    changed = profile == null ? changed : changed.withProfile(profile.word());
    changed = references == null ? changed : in(references, changed);
    try {
      for (String rule : enabled) {
        changed = changed.enabling(rule);
      }
      for (String rule : disabled) {
        changed = changed.disabling(rule);
      }
      return changed;
    } catch (IllegalArgumentException unknown) {
      throw new CommandFailure(String.valueOf(unknown.getMessage()));
    }
  }

  private static Settings in(World world, Settings settings) {
    return switch (world) {
      case AUTO -> settings.inEvidentWorld();
      case CLOSED -> settings.inClosedWorld();
      case OPEN -> settings.inOpenWorld();
    };
  }

  /** Reads the name of a profile. */
  static final class ProfileConverter implements ITypeConverter<RuleProfile> {

    @Override
    public RuleProfile convert(String text) {
      return RuleProfile.find(text)
          .orElseThrow(() -> new TypeConversionException(
              "there is no profile '" + text + "'; there are " + String.join(", ", new Words())));
    }

    /** What a shell may complete. */
    static final class Words implements Iterable<String> {
      @Override
      public Iterator<String> iterator() {
        return List.of(RuleProfile.values()).stream().map(RuleProfile::word).iterator();
      }
    }
  }
}
