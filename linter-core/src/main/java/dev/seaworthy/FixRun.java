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
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Mends an input round by round: all fixes that can be made together are made, and everything is
 * judged anew, until there is nothing more to mend. A round after which the API server refuses what it
 * accepted before, or a rule still finds what it should not, is made again without the fixes at fault.
 */
final class FixRun {

  /** A few do for honest input; of more there is no end in sight. */
  private static final int MOST_ROUNDS = 30;

  /** From so many files on, what a round leaves behind is worth a look through memory. */
  private static final int MANY_FILES = 2_000;

  private final Function<Input, LintReport> linter;
  private final Input input;
  private final Fixing fixing;
  private final Map<String, SourceText> before = new HashMap<>();
  private final Map<String, SourceText> texts = new LinkedHashMap<>();
  private final Map<String, Integer> counts = new HashMap<>();
  private final Set<FixTarget> left = new HashSet<>();

  /** Of the files with something to mend, as far as they were asked about. */
  private final Map<String, Boolean> writable = new HashMap<>();

  private final Set<String> inOtherEncodings = new TreeSet<>();
  private final Map<String, List<InputSource>> sources;

  /** Of the texts as they are; there is none while others are tried, and where these did harm. */
  private @Nullable LintReport last;

  FixRun(Function<Input, LintReport> linter, Input input, Fixing fixing) {
    this.linter = linter;
    this.input = input;
    this.fixing = fixing;
    this.sources =
        input.found().sources().stream().collect(Collectors.groupingBy(InputSource::name));
  }

  FixReport run() {
    FixState state = judge(texts);
    boolean again = false;
    for (int round = 0; round < MOST_ROUNDS; round++) {
      FixRound plan = plan(state);
      if (plan.isEmpty() && again) {
        // What was at fault may be none any more, beside what was mended since.
        left.clear();
        again = false;
        continue;
      }
      if (plan.isEmpty()) {
        break;
      }
      FixState next = judge(plan.texts(texts));
      if (plan.leaveHarm(state, next, left)) {
        forget();
      } else {
        plan.files().forEach((file, fixes) -> counts.merge(file, fixes.size(), Integer::sum));
        plan.sources().forEach(before::putIfAbsent);
        texts.putAll(plan.texts(texts));
        again = !left.isEmpty();
        state = next;
      }
    }
    LintReport remaining = last == null ? linter.apply(input.with(texts)) : last;
    return new FixReport(files(), remaining, List.copyOf(inOtherEncodings));
  }

  /** Judges the input with other texts; of what was judged before no report is kept meanwhile. */
  private FixState judge(Map<String, SourceText> with) {
    forget();
    LintReport report = linter.apply(input.with(with));
    last = report;
    return FixState.of(report, fixing);
  }

  /** A Java that still has memory would take as much again before it looks what is done with. */
  private void forget() {
    boolean wasThereOne = last != null;
    last = null;
    if (wasThereOne && sources.size() > MANY_FILES) {
      System.gc();
    }
  }

  private FixRound plan(FixState state) {
    FixRound round = new FixRound();
    LintReport mendable = new LintReport(state.mendable(), List.of());
    for (FileReport file : fixing.known().apply(mendable).files()) {
      if (isWritable(file)) {
        round.add(file, fixing, left);
      }
    }
    return round;
  }

  private boolean isWritable(FileReport file) {
    boolean mended = file.findings().stream().anyMatch(fixing::wants);
    return mended
        && writable.computeIfAbsent(
            file.name(), name -> isText(name, before.getOrDefault(name, file.source())));
  }

  /** Whether the bytes are the text that was read: not where they are UTF-16, or no text at all. */
  private boolean isText(String name, SourceText read) {
    return sources.getOrDefault(name, List.of()).stream().allMatch(source -> isText(source, read));
  }

  private boolean isText(InputSource source, SourceText read) {
    try {
      byte[] bytes = source.read(ReadLimits.DEFAULT.fileBytes() + 1);
      if (FileReplacement.isUtf16(bytes)) {
        inOtherEncodings.add(source.name());
      }
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
