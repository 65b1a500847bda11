package dev.seaworthy.lint;

import dev.seaworthy.diagnostic.SourceText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The comments of a file that ask for a rule not to be told. Not for use by several threads. */
final class SuppressionComments {

  /** Of all files without any, which nobody asks further. */
  private static final SuppressionComments NONE =
      new SuppressionComments(new SourceText("", new byte[0]));

  private final SourceText source;
  private final Map<Integer, SuppressionComment> byLine = new HashMap<>();

  /** The rules that are kept quiet on a line, by which comment, of the lines that were asked for. */
  private final Map<Integer, Map<String, SuppressionComment>> quiet = new HashMap<>();

  private SuppressionComments(SourceText source) {
    this.source = source;
  }

  /** A file without any is not kept in memory. */
  static SuppressionComments in(SourceText source) {
    if (!source.contains(SuppressionComment.MARK)) {
      return NONE;
    }
    SuppressionComments comments = new SuppressionComments(source);
    for (int line = 1; line <= source.lines(); line++) {
      comments.read(line);
    }
    return comments;
  }

  private void read(int line) {
    if (source.contains(SuppressionComment.MARK, line)) {
      SuppressionComment.in(source.line(line).orElse(""), source.file(), line)
          .ifPresent(comment -> byLine.put(line, comment));
    }
  }

  /** Whether there are any, and they stand in that file. */
  boolean areIn(String file) {
    return !byLine.isEmpty() && source.file().equals(file);
  }

  /** In the order of their lines. */
  List<SuppressionComment> all() {
    List<SuppressionComment> all = new ArrayList<>(byLine.values());
    all.sort((a, b) -> Integer.compare(a.place().line(), b.place().line()));
    return all;
  }

  /** The comment on the line, or in the block of comments right above it, that names the rule. */
  Optional<SuppressionComment> about(String rule, int line) {
    return Optional.ofNullable(quiet.computeIfAbsent(line, this::quietOn).get(rule));
  }

  private Map<String, SuppressionComment> quietOn(int line) {
    Map<String, SuppressionComment> rules = new HashMap<>();
    addRules(line, rules);
    for (int above = line - 1; above > 0 && isCommentLine(above); above--) {
      addRules(above, rules);
    }
    return rules;
  }

  private void addRules(int line, Map<String, SuppressionComment> rules) {
    SuppressionComment comment = byLine.get(line);
    if (comment != null && comment.isKnown() && !comment.reason().isBlank()) {
      comment.rules().forEach(rule -> rules.putIfAbsent(rule, comment));
    }
  }

  private boolean isCommentLine(int line) {
    return source.line(line).orElse("").stripLeading().startsWith("#");
  }
}
