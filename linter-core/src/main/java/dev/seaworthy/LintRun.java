package dev.seaworthy;

import dev.seaworthy.graph.Layout;
import dev.seaworthy.judge.Bystanders;
import dev.seaworthy.judge.Bystanders.Broken;
import dev.seaworthy.judge.LintCollector;
import dev.seaworthy.judge.OtherFiles;
import dev.seaworthy.lint.NamedKind;
import dev.seaworthy.lint.NamedKinds;
import dev.seaworthy.project.InputSource;
import dev.seaworthy.project.ListedFiles;
import dev.seaworthy.project.Surroundings;
import dev.seaworthy.report.FileReport;
import dev.seaworthy.report.Neighbourhood;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One run of the rules: the files are judged one by one, then the rules see all of them together, and
 * what lies around them as far as it is asked for.
 */
final class LintRun {

  private final Settings settings;
  private final Input input;
  private final InputJudge judge;
  private final LintCollector collector;

  LintRun(Settings settings, Input input, InputJudge judge) {
    this.settings = settings;
    this.input = input;
    this.judge = judge;
    this.collector =
        new LintCollector(settings.lint(), judge.kinds(), settings.judge().threads());
  }

  /**
   * @param watch is told of each file by its name when it has been judged
   * @param sink gets the files in the order of their names
   * @return what was looked at beside them
   */
  List<Neighbourhood> run(Consumer<String> watch, Consumer<FileReport> sink) {
    judge.judgeWritten(collector::judge, entry -> {
      collector.add(entry);
      watch.accept(entry.judged().file());
    });
    List<Surroundings> around = input.around();
    if (collector.hasObjects()) {
      lookAround(around);
    }
    tell(around, sink);
    return around.stream()
        .filter(each -> collector.hasObjects() || !each.replaced().isEmpty())
        .map(LintRun::neighbourhood)
        .toList();
  }

  /** Reads what lies around: for what rules about relations ask, it need not be judged. */
  private void lookAround(List<Surroundings> around) {
    List<InputSource> sources = new ArrayList<>();
    for (Surroundings each : around) {
      sources.addAll(each.sources());
      if (!each.complete()) {
        collector.addUnknown();
      }
    }
    if (!sources.isEmpty()) {
      judge.read(sources, collector::addNeighbour);
    }
  }

  private void tell(List<Surroundings> around, Consumer<FileReport> sink) {
    Layout layout = judge.layout();
    FileReports reports = judge.reports();
    List<FileReport> beside = new ArrayList<>(undefinedKinds());
    around.stream()
        .filter(each -> !each.replaced().isEmpty())
        .flatMap(each -> broken(each, layout))
        .forEach(each -> beside.add(reports.of(each.file(), each.findings(), List.of())));
    FilesByName told = new FilesByName(beside, sink);
    collector.tell(layout, reports::of, told);
    told.end();
  }

  /** Of kinds that rules of the project's own name, those that nobody has defined, rule by rule. */
  private List<FileReport> undefinedKinds() {
    List<NamedKind> named = settings.lint().namedKinds();
    if (named.isEmpty()) {
      return List.of();
    }
    return NamedKinds.undefined(named, judge.kinds(), collector.kinds()).stream()
        .collect(Collectors.groupingBy(
            finding -> finding.place().file(), TreeMap::new, Collectors.toList()))
        .entrySet()
        .stream()
        .map(file -> FileReport.ofSettings(file.getKey(), file.getValue()))
        .toList();
  }

  /** What the change that the input is breaks in the files around it. */
  private Stream<Broken> broken(Surroundings around, Layout layout) {
    Bystanders bystanders = new Bystanders(
        judge.reader(OtherFiles.SKIP),
        settings.lint(),
        judge.kinds(),
        layout,
        settings.judge().threads());
    bystanders.add(around.sources());
    return bystanders
        .broken(
            around.replaced(),
            input.found().sources(),
            ListedFiles.takenAway(around.sources(), around.replaced(), input.files()))
        .stream();
  }

  private static Neighbourhood neighbourhood(Surroundings around) {
    return new Neighbourhood(around.where(), around.sources().size(), around.complete());
  }
}
