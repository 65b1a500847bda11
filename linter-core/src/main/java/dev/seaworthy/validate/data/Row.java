package dev.seaworthy.validate.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What is said of one field: a word, and more words with values that say when it holds.
 *
 * @param subject the field; with {@code []} its items, with {@code {}} its keys; empty for the type
 *     itself
 */
public record Row(String subject, List<Cell> cells) {

  /** A word and its value, which may be empty. Lists are joined by {@code |}. */
  public record Cell(String word, String value) {

    /** The value as a number. */
    public long number() {
      return Long.parseLong(value);
    }

    public List<String> list() {
      return value.isEmpty() ? List.of() : Arrays.asList(value.split("\\|", -1));
    }
  }

  static Row parse(String line) {
    String[] parts = line.split("\t", -1);
    List<Cell> cells = new ArrayList<>(parts.length - 1);
    for (int i = 1; i < parts.length; i++) {
      int equals = parts[i].indexOf('=');
      cells.add(
          equals < 0
              ? new Cell(parts[i], "")
              : new Cell(parts[i].substring(0, equals), parts[i].substring(equals + 1)));
    }
    return new Row(parts[0], cells);
  }

  /** The value of {@code word}. */
  public Optional<String> get(String word) {
    for (Cell cell : cells) {
      if (cell.word().equals(word)) {
        return Optional.of(cell.value());
      }
    }
    return Optional.empty();
  }

  public boolean has(String word) {
    return get(word).isPresent();
  }

  /** Whether this holds in the minor release {@code minor}, by {@code since} and {@code until}. */
  public boolean holdsIn(int minor) {
    return get("since").map(text -> minor >= Integer.parseInt(text)).orElse(true)
        && get("until").map(text -> minor <= Integer.parseInt(text)).orElse(true);
  }
}
