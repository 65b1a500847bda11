package dev.seaworthy.diagnostic;

import java.util.Arrays;

/**
 * The distances between what was walked along so far and each beginning of a text: a row for each
 * letter walked, so that a step costs one row and going back costs nothing.
 */
final class SlipRows {

  private static final int TOO_MANY = 1_000;

  private final char[] text;
  private final int allowed;

  /** Before the middle of the text only half of the slips may be used up. */
  private final int middle;

  private final int[][] rows;
  private final char[] walked;
  private int written;

  SlipRows(String text, int allowed) {
    this.text = text.toCharArray();
    this.allowed = allowed;
    this.middle = text.length() / 2;
    this.rows = new int[text.length() + allowed + 2][];
    this.walked = new char[rows.length];
    rows[0] = new int[text.length() + 1];
    for (int j = 0; j <= text.length(); j++) {
      rows[0][j] = bounded(j, j);
    }
  }

  /** How many rows were written. */
  int written() {
    return written;
  }

  /** Whether all that was walked along, {@code depth} letters, is near all of the text. */
  boolean isWholeNear(int depth) {
    return rows[depth][text.length] <= allowed;
  }

  /** Takes {@code letter} as the one at {@code depth}; whether going on from there can lead anywhere. */
  boolean isNear(int depth, char letter) {
    if (depth >= rows.length) {
      return false;
    }
    written++;
    walked[depth] = letter;
    if (rows[depth] == null) {
      rows[depth] = new int[text.length + 1];
      Arrays.fill(rows[depth], TOO_MANY);
    }
    boolean near = false;
    // Beginnings of another length are too far off by their length alone.
    int last = Math.min(text.length, depth + allowed);
    for (int j = Math.max(0, depth - allowed); j <= last; j++) {
      rows[depth][j] = bounded(j, slips(depth, j));
      near |= rows[depth][j] < TOO_MANY || mayBeSwapped(depth, j);
    }
    return near;
  }

  private int slips(int depth, int j) {
    int[] above = rows[depth - 1];
    int slips = above[j] + 1;
    if (j > 0) {
      slips = Math.min(slips, rows[depth][j - 1] + 1);
      slips = Math.min(slips, above[j - 1] + (text[j - 1] == walked[depth] ? 0 : 1));
    }
    if (depth > 1 && j > 1 && text[j - 1] == walked[depth - 1] && text[j - 2] == walked[depth]) {
      slips = Math.min(slips, rows[depth - 2][j - 2] + 1);
    }
    return slips;
  }

  /** Whether the letter is the text's next but one, so that the next may follow in its place. */
  private boolean mayBeSwapped(int depth, int j) {
    return rows[depth - 1][j] < allowed && j + 1 < text.length && text[j + 1] == walked[depth];
  }

  private int bounded(int j, int slips) {
    return slips > (j < middle ? allowed / 2 : allowed) ? TOO_MANY : slips;
  }
}
