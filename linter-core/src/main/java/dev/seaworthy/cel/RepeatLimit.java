package dev.seaworthy.cel;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * How often repeats multiply what they hold. Go's engine takes no pattern in which nested repeats make
 * more than a thousand copies of anything, nor one that grows beyond three million steps; the engine
 * here would write them all out. Reads the pattern once, and knows of its grammar no more than that.
 */
final class RepeatLimit {

  private static final long MOST_COPIES = 1_000;
  private static final long MOST_STEPS = (128L << 20) / 40;

  private final String pattern;
  private final Deque<Group> open = new ArrayDeque<>();
  private Group group = new Group();
  private boolean exceeded;

  private RepeatLimit(String pattern) {
    this.pattern = pattern;
  }

  /** What stands between two parentheses, and the last part of it, to which a repeat belongs. */
  private static final class Group {
    private long copies = 1;
    private long steps;
    private long lastCopies = 1;
    private long lastSteps;

    void add(long ofPart, long stepsOfPart) {
      close();
      lastCopies = ofPart;
      lastSteps = stepsOfPart;
    }

    void close() {
      copies = Math.max(copies, lastCopies);
      steps = Math.min(MOST_STEPS + 1, steps + lastSteps);
      lastCopies = 1;
      lastSteps = 0;
    }
  }

  /** Whether {@code pattern} repeats more than Go's engine lets it. */
  static boolean isExceededBy(String pattern) {
    return pattern.indexOf('{') >= 0 && new RepeatLimit(pattern).read();
  }

  private boolean read() {
    int at = 0;
    while (at < pattern.length() && !exceeded) {
      at = part(at);
    }
    while (!open.isEmpty()) {
      closeGroup();
    }
    group.close();
    return exceeded || group.steps > MOST_STEPS;
  }

  /** Reads one part, and tells where the next one is. */
  private int part(int at) {
    switch (pattern.charAt(at)) {
      case '\\' -> {
        group.add(1, 1);
        return at + 2;
      }
      case '[' -> {
        group.add(1, 1);
        return afterClass(at + 1);
      }
      case '(' -> {
        open.push(group);
        group = new Group();
      }
      case ')' -> closeGroup();
      case '{' -> {
        return repeat(at);
      }
      case '*', '+', '?', '|' -> {}
      default -> group.add(1, 1);
    }
    return at + 1;
  }

  private void closeGroup() {
    group.close();
    Group inner = group;
    group = open.isEmpty() ? new Group() : open.pop();
    group.add(inner.copies, inner.steps + 1);
  }

  private int afterClass(int start) {
    int at = start;
    if (at < pattern.length() && pattern.charAt(at) == '^') {
      at++;
    }
    if (at < pattern.length() && pattern.charAt(at) == ']') {
      at++;
    }
    while (at < pattern.length() && pattern.charAt(at) != ']') {
      at += pattern.charAt(at) == '\\' ? 2 : 1;
    }
    return at + 1;
  }

  /** Braces that hold no numbers stand for themselves. */
  private int repeat(int at) {
    int end = pattern.indexOf('}', at);
    String inside = end < 0 ? "" : pattern.substring(at + 1, Math.min(end, at + 20));
    int comma = inside.indexOf(',');
    long least = number(comma < 0 ? inside : inside.substring(0, comma));
    long most =
        comma < 0 ? least : comma == inside.length() - 1 ? -1 : number(inside.substring(comma + 1));
    boolean isRepeat = least >= 0 && (most >= 0 || comma == inside.length() - 1);
    if (!isRepeat) {
      group.add(1, 1);
      return at + 1;
    }
    multiply(most < 0 ? least : most);
    return end + 1;
  }

  private void multiply(long times) {
    group.lastCopies *= times;
    group.lastSteps = Math.min(MOST_STEPS + 1, group.lastSteps * Math.max(1, times));
    exceeded |= group.lastCopies > MOST_COPIES;
  }

  /** The number; -1 if it is none. What is too long for a repeat counts as too much. */
  private static long number(String text) {
    if (text.isEmpty() || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return -1;
    }
    return text.length() > 6 ? MOST_COPIES + 1 : Long.parseLong(text);
  }
}
