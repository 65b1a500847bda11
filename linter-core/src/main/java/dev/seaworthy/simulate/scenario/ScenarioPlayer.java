package dev.seaworthy.simulate.scenario;

import dev.seaworthy.api.ApiCatalog;
import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.manifest.ManifestReader;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Reading;
import dev.seaworthy.simulate.Cluster;
import dev.seaworthy.simulate.ClusterSettings;
import dev.seaworthy.simulate.PodTable;
import dev.seaworthy.simulate.Timeline;
import dev.seaworthy.simulate.TimelineRecorder;
import dev.seaworthy.simulate.clock.Seed;
import dev.seaworthy.simulate.server.FullJudgement;
import dev.seaworthy.validate.ApiServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Plays stories about a cluster in virtual time. The same story and seed give the same answer.
 *
 * <p>The control plane is set up as the one that recorded the scenario corpus: quick to give up a
 * silent node (8 s) and its pods (4 s).
 */
public final class ScenarioPlayer {

  /** The file in a scenario's folder that tells the story. */
  public static final String FILE = "scenario.yaml";

  /** The programs whose behaviour is played. */
  private static final String MIRRORED = "1.37.2";

  private final ApiCatalog catalog;
  private final Seed seed;

  private ScenarioPlayer(ApiCatalog catalog, Seed seed) {
    this.catalog = catalog;
    this.seed = seed;
  }

  /** A player whose API server knows the kinds of {@code catalog}. */
  public static ScenarioPlayer of(ApiCatalog catalog, Seed seed) {
    return new ScenarioPlayer(catalog, seed);
  }

  /**
   * What became of a story.
   *
   * @param answer {@code observations}, {@code rejections} and {@code lookups}, in the form of the
   *     recordings, and the {@code timeline}; empty if the story can't be played
   * @param timeline what happened, for people
   * @param pods the pods at the end, as {@code kubectl get pods -o wide} prints them
   * @param problems what is wrong with its files, with the places
   */
  public record Played(
      Optional<Mapping> answer, Timeline timeline, String pods, List<Diagnostic> problems) {

    public Played {
      problems = List.copyOf(problems);
    }
  }

  /**
   * Plays a story.
   *
   * @param path the scenario file, or the folder that holds it as {@value #FILE}; the manifests that
   *     it names stand beside it
   * @throws IOException if a file can't be read
   */
  public Played play(Path path) throws IOException {
    Path file = Files.isDirectory(path) ? path.resolve(FILE) : path;
    Reading reading = new ManifestReader().readValues(file.toString(), Files.readAllBytes(file));
    if (reading.documents().isEmpty()) {
      return unplayed(reading.problems());
    }
    ScenarioFile read = ScenarioFile.of(
        file.toString(),
        WrittenNames.restored(reading.documents().get(0).root(), reading.source()));
    if (read.scenario().isEmpty()) {
      return unplayed(read.problems());
    }
    Scenario scenario = read.scenario().get();
    FolderManifests manifests =
        FolderManifests.of(file.toAbsolutePath().getParent(), scenario, catalog);
    return manifests.problems().isEmpty()
        ? play(scenario, manifests)
        : unplayed(manifests.problems());
  }

  private static Played unplayed(List<Diagnostic> problems) {
    return new Played(Optional.empty(), new Timeline(List.of()), "", problems);
  }

  private Played play(Scenario scenario, FolderManifests manifests) {
    Cluster cluster = Cluster.start(
        ClusterSettings.QUICK.playing(scenario.images()),
        seed,
        new FullJudgement(ApiServer.of(catalog)));
    for (NodeTemplate template : scenario.nodes()) {
      template.names().forEach(name -> cluster.addNode(name, template.shape()));
    }
    cluster.advance(Cluster.QUIET);
    Play play = new Play(cluster, manifests);
    TimelineRecorder timeline = new TimelineRecorder(cluster);
    cluster.onCommit(timeline);
    play.begin();
    scenario.steps().forEach(play::step);
    Mapping answer =
        play.answer(scenario, MIRRORED).with("timeline", timeline.timeline().toNode());
    return new Played(
        Optional.of(answer),
        timeline.timeline(),
        PodTable.of(cluster.view(), cluster.now()),
        List.of());
  }
}
