package dev.seaworthy;

import dev.seaworthy.api.ApiCatalog;
import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.diagnostic.Location;
import dev.seaworthy.diagnostic.SourceText;
import dev.seaworthy.graph.Layout;
import dev.seaworthy.judge.Judge;
import dev.seaworthy.judge.JudgedFile;
import dev.seaworthy.judge.NeighbourFile;
import dev.seaworthy.judge.ObjectJudge;
import dev.seaworthy.judge.OrderedPipeline;
import dev.seaworthy.judge.OtherFiles;
import dev.seaworthy.judge.Problems;
import dev.seaworthy.manifest.DeepStack;
import dev.seaworthy.manifest.ReadLimits;
import dev.seaworthy.project.FileRoles;
import dev.seaworthy.project.InputSource;
import dev.seaworthy.project.KustomizedInput;
import dev.seaworthy.project.MissingTargets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Judges one input, file by file: knows the kinds that it defines, what part each of its files has,
 * and how they hang together. Each answer begins with it.
 */
final class InputJudge {

  private final Settings settings;
  private final Input input;
  private final FileRoles roles;
  private final ObjectJudge objects;

  InputJudge(Settings settings, Input input, FileRoles roles, ObjectJudge objects) {
    this.settings = settings;
    this.input = input;
    this.roles = roles;
    this.objects = objects;
  }

  /** The kinds that are known, those of the input among them. */
  ApiCatalog kinds() {
    return objects.catalog();
  }

  /** How the files hang together: as found, but where the user says otherwise. */
  Layout layout() {
    return settings.lint().layout(roles.layout());
  }

  /** What was judged, as reports tell it. */
  FileReports reports() {
    return new FileReports(settings, kinds());
  }

  /** The input as its kustomizations leave it. */
  KustomizedInput kustomized() {
    return KustomizedInput.of(input.found().sources(), input.files(), roles, kinds());
  }

  /** Reads and judges single files; {@code otherFiles}: what is said of those that hold no object. */
  Judge reader(OtherFiles otherFiles) {
    return new Judge(
        ReadLimits.DEFAULT, otherFiles, settings.judge().placeholders(), roles, objects::judge);
  }

  /** The same, as the settings want it. */
  Judge reader() {
    return reader(settings.judge().otherFiles());
  }

  /** Reads files that need not be judged, as rules about relations ask for. */
  void read(List<InputSource> sources, Consumer<NeighbourFile> sink) {
    new OrderedPipeline(settings.judge().threads())
        .run(sources, reader(OtherFiles.SKIP)::neighbour, sink);
  }

  /**
   * Judges all files; {@code then} is done to each by the thread that has judged it, {@code sink} gets
   * what comes of that in the order of the files.
   */
  <T> void judge(Function<JudgedFile, T> then, Consumer<T> sink) {
    for (Diagnostic problem : input.found().problems()) {
      sink.accept(then.apply(unread(problem, List.of(problem), List.of())));
    }
    for (Diagnostic note : input.found().passedOver()) {
      sink.accept(then.apply(unread(note, List.of(), List.of(note))));
    }
    List<InputSource> sources = input.found().sources();
    Judge reader = reader();
    if (sources.size() == 1) {
      sink.accept(judge(reader, sources.get(0), then));
    } else {
      new OrderedPipeline(settings.judge().threads())
          .run(sources, source -> judge(reader, source, then), sink);
    }
    objects.flawedDefinitions().forEach(file -> sink.accept(then.apply(file)));
    objects.danglingBindings().forEach(file -> sink.accept(then.apply(file)));
  }

  /**
   * The same of what is to be applied as it is written, so that something that kustomizations are to
   * change, and that is not there, is told beside it.
   */
  <T> void judgeWritten(Function<JudgedFile, T> then, Consumer<T> sink) {
    List<InputSource> sources = input.found().sources();
    if (!MissingTargets.areAmong(sources)) {
      judge(then, sink);
      return;
    }
    CompletableFuture<Map<String, List<Diagnostic>>> missing = CompletableFuture.supplyAsync(
        () -> DeepStack.call(() -> MissingTargets.of(sources, input.files(), roles, kinds())));
    judge(
        file -> then.apply(
            MissingTargets.mayTellOf(file.file())
                ? file.withProblems(missing.join().getOrDefault(file.file(), List.of()))
                : file),
        sink);
  }

  /** The boundary: whatever we fail at in one file, the others are judged. */
  private static <T> T judge(Judge reader, InputSource source, Function<JudgedFile, T> then) {
    try {
      return then.apply(reader.judge(source));
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError fault) {
      Diagnostic problem = Problems.fault(Location.ofFile(source.name()), fault);
      return then.apply(unread(problem, List.of(problem), List.of()));
    }
  }

  private static JudgedFile unread(
      Diagnostic why, List<Diagnostic> problems, List<Diagnostic> notes) {
    String name = why.place().file();
    return new JudgedFile(name, List.of(), problems, notes, new SourceText(name, new byte[0]));
  }
}
