package dev.seaworthy.simulate.clock;

import java.util.SplittableRandom;

/**
 * The source of all chance in a run. Each purpose draws from a stream of its own, so that one part
 * drawing once more does not change what the others see.
 */
public record Seed(long value) {

  /** A run without chance: of equals the first is chosen. Names and UIDs are still made up. */
  public static final Seed NONE = new Seed(0);

  /** Letters and digits of generated names, as the API server picks them: no vowels. */
  private static final String NAME_LETTERS = "bcdfghjklmnpqrstvwxz2456789";

  /** Whether nothing is left to chance. */
  public boolean isNone() {
    return value == 0;
  }

  /** The stream of numbers for {@code purpose}. */
  public SplittableRandom stream(String purpose) {
    return new SplittableRandom(scattered(value) + purpose.hashCode());
  }

  /**
   * Neighbouring seeds lie far apart, or the stream of one would be that of the other a draw later.
   * Zero stays zero.
   */
  private static long scattered(long value) {
    long bits = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
    bits = (bits ^ (bits >>> 27)) * 0x94D049BB133111EBL;
    return bits ^ (bits >>> 31);
  }

  /** A seed for a part that must not shift the chances of the rest, however much it draws. */
  public Seed apart(String part) {
    return new Seed(stream(part).nextLong());
  }

  /** Picks one of {@code count} equals by chance, or without chance the first. */
  public int choose(int count, SplittableRandom random) {
    return isNone() ? 0 : random.nextInt(count);
  }

  /** The five letters that {@code generateName} is completed with. */
  public static String nameSuffix(SplittableRandom random) {
    StringBuilder suffix = new StringBuilder();
    for (int i = 0; i < 5; i++) {
      suffix.append(NAME_LETTERS.charAt(random.nextInt(NAME_LETTERS.length())));
    }
    return suffix.toString();
  }

  /** A UID of the form that the API server gives: a random UUID. */
  public static String uid(SplittableRandom random) {
    long high = (random.nextLong() & ~0xF000L) | 0x4000L;
    long low = (random.nextLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
    return new java.util.UUID(high, low).toString();
  }
}
