package dev.seaworthy.bench;

import dev.seaworthy.api.Release;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** {@code defaults}: the object as the server would store it. */
final class DefaultsYardstick implements Yardstick {

  private static final Pattern PICKED_BY_THE_SERVER = Pattern.compile("<[a-z]+>");

  @Override
  public String folder() {
    return "defaults";
  }

  @Override
  public void play(Path corpus, Consumer<Outcome> report) throws IOException {
    CaseJudge judge = new CaseJudge(new Bases(corpus), Release.NEWEST);
    try (Stream<Path> files = Files.list(corpus.resolve("defaults"))) {
      for (Path file : files.sorted().toList()) {
        String stem = file.getFileName().toString().replace(".json", "");
        Node expected = JsonNodes.read(Files.readString(file));
        List<String> differences = new ArrayList<>();
        compare("", expected, judge.storedByUs(stem), differences);
        report.accept(new Outcome(
            stem,
            stem.substring(0, stem.indexOf("--")),
            Map.of("stored", differences.isEmpty()),
            String.join("\n", differences)));
      }
    }
  }

  private static void compare(String at, Node expected, Node actual, List<String> differences) {
    Optional<String> text = expected.asString();
    if (text.isPresent() && PICKED_BY_THE_SERVER.matcher(text.get()).matches()) {
      return;
    }
    if (expected instanceof Mapping && actual instanceof Mapping) {
      TreeSet<String> keys = new TreeSet<>();
      expected.entries().forEach(entry -> keys.add(entry.key()));
      actual.entries().forEach(entry -> keys.add(entry.key()));
      keys.forEach(key -> compare(at + "." + key, expected.get(key), actual.get(key), differences));
    } else if (expected.isSequence() && actual.isSequence() && expected.size() == actual.size()) {
      for (int i = 0; i < expected.size(); i++) {
        compare(at + "[" + i + "]", expected.get(i), actual.get(i), differences);
      }
    } else if (!expected.sameAs(actual)) {
      differences.add("%s: expected %s, is %s".formatted(at, expected.toJson(), actual.toJson()));
    }
  }
}
