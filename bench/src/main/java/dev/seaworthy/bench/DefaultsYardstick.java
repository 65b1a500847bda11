package dev.seaworthy.bench;

import dev.seaworthy.api.Release;
import dev.seaworthy.conformance.CaseJudge;
import dev.seaworthy.conformance.Corpus;
import dev.seaworthy.manifest.Node;
import java.util.Map;
import java.util.function.Consumer;

/**
 * {@code defaults}: the object as the server would store it. {@code stored} counts whole objects,
 * {@code fields} their values one by one, those that only one of the two has included.
 */
final class DefaultsYardstick implements Yardstick {

  @Override
  public String folder() {
    return "defaults";
  }

  @Override
  public void play(Corpus corpus, Consumer<Outcome> report) {
    CaseJudge judge = new CaseJudge(corpus, Release.NEWEST);
    for (String stem : corpus.stems("defaults", ".json")) {
      Node expected = corpus.json("defaults/" + stem + ".json");
      ValueComparison compared = ValueComparison.of(expected, judge.storedByUs(stem));
      report.accept(new Outcome(
          stem,
          stem.substring(0, stem.indexOf("--")),
          Map.of("stored", Share.of(compared.same()), "fields", compared.share()),
          String.join("\n", compared.differences())));
    }
  }
}
