package dev.seaworthy.lint;

import dev.seaworthy.diagnostic.Location;
import dev.seaworthy.diagnostic.SourceText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The comments of a file that ask for a rule not to be told. */
final class SuppressionComments {

  private static final String MARK = "seaworthy:ignore";
  private static final SourceText NO_TEXT = new SourceText("", new byte[0]);

  private static final Pattern FORM = Pattern.compile(
      "(?:^|\\s)#\\s*" + MARK + "\\s*(?<rules>[^#]*?)\\s*(?:--\\s*(?<reason>.*))?$");

  private static final Pattern ALONE = Pattern.compile("\\s*#.*");

  /** A comment with the rules that it names; {@code alone} on its line it is about the next one. */
  record Comment(List<String> rules, String reason, boolean alone, Location place) {

    boolean counts(String rule) {
      return rules.contains(rule) && !reason.isBlank();
    }
  }

  private final SourceText source;
  private final Map<Integer, Comment> byLine = new HashMap<>();

  private SuppressionComments(SourceText source) {
    this.source = source;
  }

  /** A file without any is not kept in memory. */
  static SuppressionComments in(SourceText source) {
    boolean any = source.contains(MARK);
    SuppressionComments comments = new SuppressionComments(any ? source : NO_TEXT);
    if (any) {
      for (int line = 1; line <= source.lines(); line++) {
        comments.read(line);
      }
    }
    return comments;
  }

  private void read(int line) {
    String text = source.line(line).orElse("");
    Matcher matcher = FORM.matcher(text);
    if (text.contains(MARK) && matcher.find()) {
      int column = text.codePointCount(0, text.indexOf('#', matcher.start())) + 1;
      int end = text.codePointCount(0, text.length()) + 1;
      String reason = matcher.group("reason");
      byLine.put(
          line,
          new Comment(
              List.of(matcher.group("rules").split("[,\\s]+")),
              reason == null ? "" : reason,
              ALONE.matcher(text).matches(),
              new Location(source.file(), line, column, line, end)));
    }
  }

  /** Whether there are any, and they stand in that file. */
  boolean areIn(String file) {
    return !byLine.isEmpty() && source.file().equals(file);
  }

  /** In the order of their lines. */
  List<Comment> all() {
    List<Comment> all = new ArrayList<>(byLine.values());
    all.sort((a, b) -> Integer.compare(a.place().line(), b.place().line()));
    return all;
  }

  /** Whether a comment on the line, or in the block of comments right above it, names the rule. */
  boolean cover(String rule, int line) {
    Comment here = byLine.get(line);
    if (here != null && here.counts(rule)) {
      return true;
    }
    for (int above = line - 1; above > 0 && isCommentLine(above); above--) {
      Comment comment = byLine.get(above);
      if (comment != null && comment.counts(rule)) {
        return true;
      }
    }
    return false;
  }

  private boolean isCommentLine(int line) {
    return ALONE.matcher(source.line(line).orElse("")).matches();
  }
}
