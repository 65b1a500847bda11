package dev.seaworthy;

import dev.seaworthy.diagnostic.SourceText;
import dev.seaworthy.manifest.ReadLimits;
import dev.seaworthy.project.FileReplacement;
import dev.seaworthy.project.InputSource;
import dev.seaworthy.report.FileReport;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Mends an input round by round: all fixes that can be made together are made, and everything is
 * judged anew, until there is nothing more to mend. A round after which the API server refuses what it
 * accepted before, or a rule still finds what it should not, is made again without the fixes at fault.
 */
final class FixRun {

  /** A few do for honest input; of more there is no end in sight. */
  private static final int MOST_ROUNDS = 30;

  private final Function<Input, LintReport> linter;
  private final Input input;
  private final Fixing fixing;
  private final Map<String, SourceText> before = new HashMap<>();
  private final Map<String, SourceText> texts = new LinkedHashMap<>();
  private final Map<String, Integer> counts = new HashMap<>();
  private final Set<FixTarget> left = new HashSet<>();

  /** Of the files with something to mend, as far as they were asked about. */
  private final Map<String, Boolean> writable = new HashMap<>();

  private final Map<String, List<InputSource>> sources;

  FixRun(Function<Input, LintReport> linter, Input input, Fixing fixing) {
    this.linter = linter;
    this.input = input;
    this.fixing = fixing;
    this.sources =
        input.found().sources().stream().collect(Collectors.groupingBy(InputSource::name));
  }

  FixReport run() {
    LintReport report = linter.apply(input);
    report.files().forEach(file -> before.put(file.name(), file.source()));
    boolean again = false;
    for (int round = 0; round < MOST_ROUNDS; round++) {
      FixRound plan = plan(report);
      if (plan.isEmpty() && again) {
        // What was at fault may be none any more, beside what was mended since.
        left.clear();
        again = false;
        continue;
      }
      if (plan.isEmpty()) {
        break;
      }
      LintReport next = linter.apply(input.with(plan.texts(texts)));
      if (!plan.leaveHarm(report, next, fixing, left)) {
        plan.files().forEach((file, fixes) -> counts.merge(file, fixes.size(), Integer::sum));
        texts.putAll(plan.texts(texts));
        again = !left.isEmpty();
        report = next;
      }
    }
    return new FixReport(files(), report);
  }

  private FixRound plan(LintReport report) {
    FixRound round = new FixRound();
    for (FileReport file : fixing.known().apply(report).files()) {
      if (isWritable(file)) {
        round.add(file, fixing, left);
      }
    }
    return round;
  }

  private boolean isWritable(FileReport file) {
    boolean mended = file.findings().stream().anyMatch(finding -> finding.fix().isPresent());
    return mended
        && writable.computeIfAbsent(
            file.name(), name -> isText(name, before.getOrDefault(name, file.source())));
  }

  /** Whether the bytes are the text that was read: not where they are UTF-16, or no text at all. */
  private boolean isText(String name, SourceText read) {
    return sources.getOrDefault(name, List.of()).stream().allMatch(source -> isText(source, read));
  }

  private static boolean isText(InputSource source, SourceText read) {
    try {
      byte[] bytes = source.read(ReadLimits.DEFAULT.fileBytes() + 1);
      return FileReplacement.isText(bytes, read.utf8());
    } catch (IOException gone) {
      return false;
    }
  }

  private List<FixedFile> files() {
    List<FixedFile> files = new ArrayList<>();
    for (InputSource source : input.found().sources()) {
      SourceText after = texts.get(source.name());
      SourceText old = before.get(source.name());
      if (after != null && old != null) {
        files.add(new FixedFile(source.path(), old, after, counts.getOrDefault(source.name(), 0)));
      }
    }
    return files;
  }
}
