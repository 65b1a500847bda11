package dev.seaworthy.bench;

import dev.seaworthy.api.Release;
import dev.seaworthy.manifest.Mapping;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@code releases}: cases to which an older release answers, and often answers otherwise. */
final class ReleasesYardstick implements Yardstick {

  @Override
  public String folder() {
    return "releases";
  }

  @Override
  public void play(Path corpus, Consumer<Outcome> report) throws IOException {
    Map<String, RecordedCase> cases = RecordedCase.readFolder(corpus.resolve("cases")).stream()
        .collect(Collectors.toMap(RecordedCase::id, Function.identity()));
    Bases bases = new Bases(corpus);
    try (Stream<Path> files = Files.list(corpus.resolve("releases"))) {
      for (Path file : files.sorted().toList()) {
        playRelease(file, cases, bases, report);
      }
    }
  }

  private static void playRelease(
      Path file, Map<String, RecordedCase> cases, Bases bases, Consumer<Outcome> report)
      throws IOException {
    String name = file.getFileName().toString().replace(".jsonl", "");
    CaseJudge judge = new CaseJudge(bases, Release.parse(name).orElseThrow());
    List<String> lines = Files.readAllLines(file);
    lines.stream().parallel().map(JsonNodes::readObject).forEach(line -> {
      RecordedCase recorded = cases.get(line.get("id").text());
      if (recorded != null && !recorded.cluster()) {
        report.accept(outcome(name, recorded, line, judge));
      }
    });
  }

  private static Outcome outcome(
      String release, RecordedCase recorded, Mapping line, CaseJudge judge) {
    Answer expected = Answer.of(line.get("expect"));
    Outcome outcome = CasesYardstick.compare(recorded, expected, Answer.of(judge.judge(recorded)));
    return new Outcome(outcome.id(), release, outcome.measures(), outcome.explanation());
  }
}
