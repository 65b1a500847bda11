package dev.seaworthy.cli;

import dev.seaworthy.Settings;
import dev.seaworthy.report.Detail;
import dev.seaworthy.report.Grouping;
import dev.seaworthy.report.Question;
import dev.seaworthy.report.ReportContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** In which forms to report, and where to. */
final class OutputOptions {

  /** When to use colours. */
  enum Color {
    auto,
    always,
    never
  }

  private List<String> chosen = List.of("text");
  private final List<String> added = new ArrayList<>();
  private Color color = Color.auto;
  private Grouping grouping = Grouping.FILE;
  private boolean quiet;
  private boolean verbose;

  private Destination.Words words = new Destination.Words(Set.of());

  /** For a command that asks {@code questions}. */
  void addTo(CommandSpec spec, Question... questions) {
    words = new Destination.Words(Set.of(questions));
    spec.addOption(Options.values("FORMAT[=FILE]", given -> chosen = given, "-o", "--output")
        .completionCandidates(words)
        .description("${COMPLETION-CANDIDATES}; default: text. May be given several times: one to"
            + " standard output, others to files, as in -o text -o sarif=lint.sarif")
        .build());
    spec.addOption(Options.flag(
        "Text: a line for each finding, and one for what was not judged.",
        given -> quiet = given,
        "-q",
        "--quiet"));
    spec.addOption(Options.flag(
        "Text: for each object too what the API server would answer.",
        given -> verbose = given,
        "-v",
        "--verbose"));
    spec.addOption(Options.value("WHEN", Color.class, given -> color = given, "--color")
        .description("${COMPLETION-CANDIDATES}; auto, the default, heeds NO_COLOR.")
        .build());
  }

  /** For commands of which the findings can be put together in several ways. */
  void addGroupingTo(CommandSpec spec) {
    spec.addOption(Options.value("BY", Grouping.class, given -> grouping = given, "--group")
        .converters(new GroupingConverter())
        .completionCandidates(GroupingConverter.WORDS)
        .description(
            "Text: rule, file or object: what findings are put together by; default: file.")
        .build());
  }

  /** Begins the reports that are asked for, none of them in place of a file of {@code input}. */
  Outputs open(InputOptions input, Console console, Progress progress, ReportContext context) {
    List<Destination> wanted = destinations().toList();
    for (Destination destination : wanted) {
      if (!destination.format().answers(context.question())) {
        throw new CommandFailure("-o " + destination.word() + " says nothing about what "
            + context.question().command() + " is asked; other formats do");
      }
      if (destination.file().filter(input::reads).isPresent()) {
        throw new CommandFailure("cannot write a report to "
            + destination.file().get() + ": it is to be read; name another file");
      }
      if (destination.file().filter(WrittenOver::isManifest).isPresent()) {
        throw new CommandFailure("cannot write a report to "
            + destination.file().get() + ": there is a manifest already; name another file");
      }
    }
    ReportContext here = context
        .withFolder(console.folder().toAbsolutePath())
        .inDetail(detail())
        .groupedBy(grouping);
    return Outputs.open(wanted, console, progress, here, colours(console));
  }

  /** One more report that is asked for beside those of {@code -o}, written as {@code html=FILE}. */
  void add(String destination) {
    added.add(destination);
  }

  private Stream<Destination> destinations() {
    return Stream.concat(chosen.stream(), added.stream())
        .map(word -> Destination.parse(word, words));
  }

  /** Whether a report in this format is asked for. */
  boolean wants(String format) {
    return destinations().anyMatch(to -> to.word().equals(format));
  }

  /** {@code settings}, which find out what would mend a finding if a report tells it. */
  Settings settings(Settings settings) {
    boolean tellFixes = destinations().anyMatch(to -> to.format().tellsFixes());
    return tellFixes ? settings.withFixes() : settings;
  }

  private Detail detail() {
    if (quiet && verbose) {
      throw new CommandFailure(
          "--quiet and --verbose contradict each other: leave one of them out");
    }
    return quiet ? Detail.BRIEF : verbose ? Detail.FULL : Detail.USUAL;
  }

  /** What every report of an answer says. */
  static ReportContext context(Question question, String kubernetes) {
    return ReportContext.of(question, kubernetes).withVersion(Version.number());
  }

  private boolean colours(Console console) {
    @Nullable String refused = console.environment().get("NO_COLOR");
    return switch (color) {
      case always -> true;
      case never -> false;
      case auto ->
        console.outIsTerminal()
            && (refused == null || refused.isEmpty())
            && !"dumb"
                .equals(console.environment().getOrDefault("TERM", "").toLowerCase(Locale.ROOT));
    };
  }
}
