package dev.seaworthy.bench;

import dev.seaworthy.api.Release;
import dev.seaworthy.api.catalog.BuiltInCatalog;
import dev.seaworthy.conformance.Corpus;
import dev.seaworthy.conformance.RecordedText;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.validate.ApiServer;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * {@code yaml}: what became of a text. {@code accepted} compares the whole file's fate, {@code
 * refusals} at which steps {@code kubectl} itself gave up, {@code answers} the objects that were
 * sent, all of them, in their order, with the answer to each; {@code sent} what every recorded
 * value had become when it was sent, {@code stored} when it came back. Each compares for equality.
 */
final class YamlYardstick implements Yardstick {

  @Override
  public String folder() {
    return "yaml";
  }

  @Override
  public void play(Corpus corpus, Consumer<Outcome> report) {
    ApiServer server = ApiServer.of(BuiltInCatalog.of(Release.NEWEST));
    corpus.texts().forEach(text -> report.accept(outcome(text, SentText.of(text, server))));
  }

  private static Outcome outcome(RecordedText text, SentText ours) {
    Node record = text.record();
    List<String> refusals = record.get("client").items().stream()
        .map(refusal -> refusal.get(0).text())
        .toList();
    List<String> answers =
        record.get("docs").items().stream().map(SentText::recorded).toList();
    List<String> sent = ours.differences(record, "sent");
    List<String> stored = ours.differences(record, "value");
    boolean accepted = record.get("accepted").isTrue();
    Map<String, Boolean> met = new TreeMap<>();
    met.put("accepted", ours.accepted() == accepted);
    met.put("refusals", ours.refusals().equals(refusals));
    met.put("answers", ours.answers().equals(answers));
    met.put("sent", sent.isEmpty());
    met.put("stored", stored.isEmpty());
    return Outcome.of(
        text.name(),
        "texts",
        met,
        "recorded accepted=%s refusals=%s answers=%s%nours     accepted=%s refusals=%s answers=%s%nsent %s%nstored %s"
            .formatted(
                accepted,
                refusals,
                answers,
                ours.accepted(),
                ours.refusals(),
                ours.answers(),
                sent,
                stored));
  }
}
