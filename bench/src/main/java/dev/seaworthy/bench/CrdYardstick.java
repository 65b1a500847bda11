package dev.seaworthy.bench;

import dev.seaworthy.api.ApiCatalog;
import dev.seaworthy.api.Release;
import dev.seaworthy.api.catalog.BuiltInCatalog;
import dev.seaworthy.api.catalog.LayeredCatalog;
import dev.seaworthy.api.crd.CrdCatalog;
import dev.seaworthy.conformance.Answer;
import dev.seaworthy.conformance.Corpus;
import dev.seaworthy.manifest.Absent;
import dev.seaworthy.manifest.ManifestReader;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.validate.Verdict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code crd}: verdicts on definitions of kinds, and on objects of defined kinds. {@code stored}
 * counts the objects that defaulting or pruning changed.
 */
final class CrdYardstick implements Yardstick {

  private final ApiCatalog catalog = BuiltInCatalog.of(Release.NEWEST);

  @Override
  public String folder() {
    return "crd";
  }

  @Override
  public void play(Corpus corpus, Consumer<Outcome> report) {
    Map<String, StandingCluster> clusters = new ConcurrentHashMap<>();
    StandingCluster empty = new StandingCluster(catalog, "default", List.of());
    corpus.lines("crd/cases.jsonl").parallel().forEach(line -> {
      String name = line.get("crd").text();
      if (line.get("op").text().endsWith("-crd")) {
        report.accept(definition(line, definition(name, corpus), corpus, empty));
      } else {
        StandingCluster cluster =
            clusters.computeIfAbsent(name, n -> clusterWith(definition(n, corpus)));
        report.accept(outcome(line, "instances." + name.replaceAll("-.*", ""), cluster));
      }
    });
  }

  /** A cluster in which the definition stands. */
  private StandingCluster clusterWith(Node definition) {
    List<Node> definitions = List.of(definition);
    ApiCatalog kinds = new LayeredCatalog(catalog, CrdCatalog.of(definitions, catalog));
    return new StandingCluster(kinds, "default", definitions);
  }

  private static Node definition(String name, Corpus corpus) {
    try {
      String text = Files.readString(corpus.path("crd/crds/" + name + ".yaml"));
      return asRecorded(text);
    } catch (IOException damaged) {
      throw new UncheckedIOException(damaged);
    }
  }

  /**
   * The recording program took the files for YAML 1.2, where a field called {@code n} or {@code y} is
   * no truth value as it is for {@code kubectl}.
   */
  private static Node asRecorded(String text) {
    Object tree = new Load(LoadSettings.builder().build()).loadFromString(text);
    byte[] json = JsonMapper.shared().writeValueAsBytes(tree);
    return new ManifestReader()
        .readValues("definition", json)
        .documents()
        .get(0)
        .root();
  }

  /** The definition itself is what is sent. */
  private static Outcome definition(
      Mapping line, Node definition, Corpus corpus, StandingCluster cluster) {
    Node old = line.get("oldCrd").isAbsent()
        ? Absent.INSTANCE
        : definition(line.get("oldCrd").text(), corpus);
    Node sent = line.with("object", definition).with("old", old);
    return outcome(sent, "definitions." + line.get("id").text().split("/")[1], cluster);
  }

  private static Outcome outcome(Node line, String group, StandingCluster cluster) {
    Node expect = line.get("expect");
    Answer expected = Answer.of(expect);
    Node old = line.get("old");
    Node object = line.get("object");
    try {
      Verdict verdict = old.isAbsent() ? cluster.create(object) : cluster.update(object, old);
      Map<String, Boolean> met = expected.measures(Answer.of(verdict));
      if (expect.get("result").isPresent()) {
        met.put("stored", storedContent(verdict).sameAs(expect.get("result")));
      }
      return told(line, group, met, expected, Answer.of(verdict));
    } catch (RuntimeException crash) {
      Answer actual = Answer.ofCrash(crash);
      return told(line, group, expected.measures(actual), expected, actual);
    }
  }

  private static Outcome told(
      Node line, String group, Map<String, Boolean> met, Answer expected, Answer actual) {
    return Outcome.of(
        line.get("id").text(),
        group,
        met,
        "%s%nexpected %s%n         %s%nactual   %s"
            .formatted(
                line.get("object").toJson(),
                expected,
                line.at("expect", "message").text(),
                actual));
  }

  private static Node storedContent(Verdict verdict) {
    return verdict
        .result()
        .<Node>map(
            stored -> stored.root().without("metadata").without("apiVersion").without("kind"))
        .orElse(Absent.INSTANCE);
  }
}
