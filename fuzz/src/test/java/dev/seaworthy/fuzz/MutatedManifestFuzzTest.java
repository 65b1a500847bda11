package dev.seaworthy.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.seaworthy.api.Release;
import dev.seaworthy.api.catalog.BuiltInCatalog;
import dev.seaworthy.judge.JudgedObject;
import dev.seaworthy.manifest.Document;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.manifest.ManifestReader;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.validate.ApiServer;
import dev.seaworthy.validate.Verdict;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;

/** A manifest with some of its values exchanged is judged, and what is wrong with it has a place. */
@Tag("long")
class MutatedManifestFuzzTest {

  private static final ApiServer SERVER = ApiServer.of(BuiltInCatalog.of(Release.NEWEST));
  private static final List<Node> BASES = Seeds.CORPUS.stems("base", ".yaml").stream()
      .flatMap(name -> Seeds.CORPUS.manifest("base/" + name + ".yaml").stream())
      .toList();

  @FuzzTest(maxDuration = Seeds.DURATION)
  void everyManifestIsJudged(FuzzedDataProvider data) {
    Node base = BASES.get(data.consumeInt(0, BASES.size() - 1));
    Node mutated = new Mutation(data).of(base);
    for (Document document : read(mutated)) {
      assertAnswered(document, SERVER.create(document));
      assertAnswered(document, SERVER.update(document, base));
    }
  }

  private static List<Document> read(Node object) {
    return new ManifestReader()
        .read("mutated.json", Seeds.utf8(object.toJson()))
        .documents();
  }

  private static void assertAnswered(Document document, Verdict verdict) {
    JudgedObject judged = new JudgedObject(document, verdict);
    if (verdict.accepted()) {
      assertThat(verdict.result()).isPresent();
    } else {
      assertThat(verdict.reason()).isNotEmpty();
    }
    Stream.concat(
            verdict.causes().stream().map(cause -> cause.field()),
            verdict.decode().stream().map(error -> error.path()))
        .forEach(field -> assertPlaced(judged, field));
  }

  private static void assertPlaced(JudgedObject judged, FieldPath field) {
    assertThat(judged.placeOf(field).line()).as(field.toString()).isPositive();
  }
}
