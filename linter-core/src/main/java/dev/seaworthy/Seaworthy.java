package dev.seaworthy;

import dev.seaworthy.api.ApiCatalog;
import dev.seaworthy.api.BuiltInCatalog;
import dev.seaworthy.api.Release;
import dev.seaworthy.api.Resource;
import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.diagnostic.SourceText;
import dev.seaworthy.graph.InputObject;
import dev.seaworthy.judge.Judge;
import dev.seaworthy.judge.JudgedFile;
import dev.seaworthy.judge.JudgedObject;
import dev.seaworthy.judge.LintCollector;
import dev.seaworthy.judge.LintResult;
import dev.seaworthy.judge.OrderedPipeline;
import dev.seaworthy.judge.OtherFiles;
import dev.seaworthy.judge.OwnKinds;
import dev.seaworthy.judge.PreviousObjects;
import dev.seaworthy.judge.UnreadableInput;
import dev.seaworthy.judge.UpdateAs;
import dev.seaworthy.judge.Updates;
import dev.seaworthy.lint.LintSettings;
import dev.seaworthy.manifest.Document;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Reading;
import dev.seaworthy.project.InputDiscovery;
import dev.seaworthy.project.InputSource;
import dev.seaworthy.simulate.NodeShape;
import dev.seaworthy.simulate.clock.Seed;
import dev.seaworthy.simulate.dryrun.DryRun;
import dev.seaworthy.simulate.outcome.Outcome;
import dev.seaworthy.simulate.scenario.ScenarioPlayer;
import dev.seaworthy.validate.ApiServer;
import dev.seaworthy.validate.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The three answers, for whoever asks: the command line, the Maven plugin, other programs.
 *
 * <pre>{@code
 * Seaworthy seaworthy = Seaworthy.of(Settings.usual());
 * seaworthy.validate(InputDiscovery.find(List.of("k8s"), System.in), file -> ...);
 * }</pre>
 */
public final class Seaworthy {

  private final Settings settings;
  private final ApiServer server;
  private final Updates updates;
  private final OwnKinds ownKinds;

  private Seaworthy(Settings settings, ApiServer server, Updates updates, OwnKinds ownKinds) {
    this.settings = settings;
    this.server = server;
    this.updates = updates;
    this.ownKinds = ownKinds;
  }

  /** With the kinds that the release has by itself. */
  public static Seaworthy of(Settings settings) {
    return of(settings, BuiltInCatalog.of(settings.release()));
  }

  /** With the kinds of {@code catalog}, which may hold custom ones. */
  public static Seaworthy of(Settings settings, ApiCatalog catalog) {
    return of(settings, catalog, OwnKinds.NONE);
  }

  /** With the kinds that the release has by itself and those that the user brings. */
  public static Seaworthy of(Settings settings, OwnKinds ownKinds) {
    return of(settings, ownKinds.over(BuiltInCatalog.of(settings.release())), ownKinds);
  }

  private static Seaworthy of(Settings settings, ApiCatalog catalog, OwnKinds ownKinds) {
    ApiServer server = ApiServer.of(catalog);
    return new Seaworthy(
        settings,
        server,
        new Updates(server, catalog, PreviousObjects.NONE, UpdateAs.APPLY),
        ownKinds);
  }

  /**
   * Judges objects that {@code input} holds too as changes of these, which are taken to be in the
   * cluster as they were applied last.
   *
   * @throws UnreadableInput if something of it cannot be read or is no object
   */
  public Seaworthy withPrevious(InputDiscovery.Found input, UpdateAs updateAs)
      throws UnreadableInput {
    Judge judge = new Judge(settings.limits(), settings.otherFiles(), server::create);
    List<Document> documents = new ArrayList<>();
    List<Diagnostic> problems = new ArrayList<>(input.problems());
    for (InputSource file : input.sources()) {
      Reading reading = judge.read(file);
      documents.addAll(reading.documents());
      problems.addAll(OtherFiles.SKIP.weigh(reading.problems()));
    }
    if (!problems.isEmpty()) {
      throw new UnreadableInput(problems);
    }
    return new Seaworthy(
        settings, server, updates.from(new PreviousObjects(documents), updateAs), ownKinds);
  }

  /** The Kubernetes release whose answers these are. */
  public Release release() {
    return settings.release();
  }

  /**
   * What the API server would answer to each object. The files are worked on in parallel; {@code
   * sink} gets them one at a time in their order, on the calling thread; paths that lead nowhere
   * come first. Never throws because of what a file holds or that it cannot be read: that is a
   * problem of the judged file.
   */
  public void validate(InputDiscovery.Found input, Consumer<JudgedFile> sink) {
    validate(input, Function.identity(), sink);
  }

  /** {@code then} is done to each file by the thread that has judged it. */
  private <T> void validate(
      InputDiscovery.Found input, Function<JudgedFile, T> then, Consumer<T> sink) {
    for (Diagnostic problem : input.problems()) {
      String name = problem.place().file();
      sink.accept(then.apply(
          new JudgedFile(name, List.of(), List.of(problem), new SourceText(name, new byte[0]))));
    }
    Judge judge = new Judge(settings.limits(), settings.otherFiles(), this::verdict);
    if (input.sources().size() == 1) {
      sink.accept(then.apply(judge.judge(input.sources().get(0))));
    } else {
      new OrderedPipeline(settings.threads())
          .run(input.sources(), source -> then.apply(judge.judge(source)), sink);
    }
  }

  private Verdict verdict(Document document) {
    Optional<Verdict> ofUpdate = updates.verdict(document);
    return ownKinds.refine(document, ofUpdate.orElseGet(() -> server.create(document)));
  }

  /**
   * Everything there is to say about {@code input}: the API server's answers and what the rules
   * find. Rules see all files together, so that they know what is missing.
   *
   * @param watch told of each file when it has been judged, in their order
   */
  public LintResult lint(
      InputDiscovery.Found input, LintSettings lintSettings, Consumer<JudgedFile> watch) {
    LintCollector collector =
        new LintCollector(lintSettings, updates.catalog(), settings.threads());
    validate(input, collector::judge, entry -> {
      watch.accept(entry.judged());
      collector.add(entry);
    });
    return collector.result();
  }

  /**
   * What a cluster would do with the objects of {@code input} that the API server accepts: they are
   * applied in the order of the input to an embedded cluster of {@code nodes} usual nodes, in
   * virtual time, until nothing changes any more.
   *
   * @param watch told of each file when it has been judged, in their order
   */
  public Outcome dryRun(
      InputDiscovery.Found input, int nodes, Seed seed, Consumer<JudgedFile> watch) {
    List<InputObject> objects = new ArrayList<>();
    validate(input, file -> {
      watch.accept(file);
      for (JudgedObject object : file.objects()) {
        if (object.verdict().accepted() && object.document().root() instanceof Mapping root) {
          objects.add(new InputObject(file.file(), new Resource(root)));
        }
      }
    });
    DryRun.Options options =
        DryRun.Options.of(updates.catalog()).withNodes(nodes, NodeShape.USUAL).withSeed(seed);
    return DryRun.of(objects, options);
  }

  /**
   * Plays a story: steps such as applying files, failing nodes and waiting.
   *
   * @param scenario the scenario file, or the folder that holds it
   * @throws IOException if a file cannot be read
   */
  public ScenarioPlayer.Played play(Path scenario, Seed seed) throws IOException {
    return ScenarioPlayer.of(updates.catalog(), seed).play(scenario);
  }
}
