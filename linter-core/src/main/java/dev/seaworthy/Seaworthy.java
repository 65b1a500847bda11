package dev.seaworthy;

import dev.seaworthy.api.ApiCatalog;
import dev.seaworthy.api.BuiltInCatalog;
import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.lint.LintSettings;
import dev.seaworthy.manifest.Document;
import dev.seaworthy.manifest.ManifestReader;
import dev.seaworthy.manifest.Reading;
import dev.seaworthy.report.JudgedFile;
import dev.seaworthy.validate.ApiServer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * The three answers, for whoever asks: the command line, the Maven plugin, other programs.
 *
 * <pre>{@code
 * Seaworthy seaworthy = Seaworthy.of(Settings.usual());
 * seaworthy.validate(List.of(InputFile.of(path)), file -> ...);
 * }</pre>
 */
public final class Seaworthy {

  private final Settings settings;
  private final ApiCatalog catalog;
  private final ManifestReader reader;
  private final PreviousObjects previous;

  private Seaworthy(Settings settings, ApiCatalog catalog, PreviousObjects previous) {
    this.settings = settings;
    this.catalog = catalog;
    this.reader = new ManifestReader(settings.limits());
    this.previous = previous;
  }

  /** With the kinds that the release has by itself. */
  public static Seaworthy of(Settings settings) {
    return of(settings, BuiltInCatalog.of(settings.release()));
  }

  /** With the kinds of {@code catalog}, which may hold custom ones. */
  public static Seaworthy of(Settings settings, ApiCatalog catalog) {
    return new Seaworthy(settings, catalog, PreviousObjects.NONE);
  }

  /**
   * Judges objects that {@code files} hold as changes of these, which are taken to be in the cluster
   * as they were applied last.
   *
   * @throws UnreadableInput if one of the files cannot be read or holds something that is no object
   */
  public Seaworthy withPrevious(List<InputFile> files, UpdateAs updateAs) throws UnreadableInput {
    List<Document> documents = new ArrayList<>();
    List<Diagnostic> problems = new ArrayList<>();
    for (InputFile file : files) {
      Reading reading = Judge.read(reader, file);
      documents.addAll(reading.documents());
      problems.addAll(reading.problems());
    }
    if (!problems.isEmpty()) {
      throw new UnreadableInput(problems);
    }
    return new Seaworthy(settings, catalog, new PreviousObjects(documents));
  }

  /**
   * What the API server would answer to each object. The files are worked on in parallel; {@code
   * sink} gets them one at a time in their order, on the calling thread. Never throws because of
   * what a file holds or that it cannot be read: that is a problem of the judged file.
   */
  public void validate(List<InputFile> files, Consumer<JudgedFile> sink) {
    Judge judge = new Judge(reader, ApiServer.of(catalog), previous);
    if (files.size() == 1) {
      sink.accept(judge.judge(files.get(0)));
    } else {
      new OrderedPipeline(settings.threads()).run(files, judge::judge, sink);
    }
  }

  /**
   * Everything there is to say about {@code files}: the API server's answers and what the rules
   * find. Rules see all files together, so that they know what is missing.
   *
   * @param watch told of each file when it has been judged, in their order
   */
  public LintResult lint(
      List<InputFile> files, LintSettings lintSettings, Consumer<JudgedFile> watch) {
    LintCollector collector = new LintCollector(lintSettings);
    validate(files, file -> {
      watch.accept(file);
      collector.add(file);
    });
    return collector.result();
  }
}
