package dev.seaworthy.validate.format;

import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * When a CronJob starts its jobs: five fields of minute, hour, day, month and weekday, or a word such as
 * {@code @daily}. Mirrors the standard parser of the library that Kubernetes uses.
 */
public final class CronSchedule {

  /** The words in the order in which they are offered, with the fields that each stands for. */
  private static final Map<String, String> MEANINGS = meanings();

  private static final String EVERY = "@every ";
  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
  private static final List<String> WEEKDAYS =
      List.of("sun", "mon", "tue", "wed", "thu", "fri", "sat");

  private static final List<Part> PARTS = List.of(
      new Part("minute", 0, 59, List.of()),
      new Part("hour", 0, 23, List.of()),
      new Part("day of the month", 1, 31, List.of()),
      new Part("month", 1, 12, MONTHS),
      new Part("weekday", 0, 6, WEEKDAYS));

  private CronSchedule() {}

  private static Map<String, String> meanings() {
    Map<String, String> meanings = new LinkedHashMap<>();
    meanings.put("@yearly", "0 0 1 1 *");
    meanings.put("@annually", "0 0 1 1 *");
    meanings.put("@monthly", "0 0 1 * *");
    meanings.put("@weekly", "0 0 * * 0");
    meanings.put("@daily", "0 0 * * *");
    meanings.put("@midnight", "0 0 * * *");
    meanings.put("@hourly", "0 * * * *");
    return meanings;
  }

  /** A field, its bounds, and the names that stand for numbers from the lower bound on. */
  private record Part(String name, int least, int most, List<String> names) {

    Optional<Integer> number(String text) {
      int named = names.indexOf(text.toLowerCase(Locale.ROOT));
      if (named >= 0) {
        return Optional.of(least + named);
      }
      boolean digits = !text.isEmpty()
          && text.length() < 9
          && text.chars().allMatch(c -> Letters.isDigit((char) c));
      return digits ? Optional.of(Integer.parseInt(text)) : Optional.empty();
    }
  }

  /**
   * What one field of a schedule names.
   *
   * @param numbers the numbers as bits
   * @param isAny whether it was left open, by a star or a question mark
   */
  public record Field(long numbers, boolean isAny) {

    public boolean has(int number) {
      return (numbers >> number & 1) != 0;
    }

    private Field and(Field other) {
      return new Field(numbers | other.numbers, isAny || other.isAny);
    }
  }

  /**
   * The five fields of a schedule: minute, hour, day of the month, month, weekday from Sunday on. A
   * word such as {@code @daily} stands for five fields; {@code @every} does not.
   *
   * @return empty if the text has no such fields, or one of them names what there is not
   */
  public static Optional<List<Field>> fields(String schedule) {
    String[] fields = MEANINGS.getOrDefault(schedule, schedule).strip().split("\\s+");
    if (fields.length != PARTS.size()) {
      return Optional.empty();
    }
    List<Field> read = new ArrayList<>();
    for (int i = 0; i < fields.length; i++) {
      Field field = new Field(0, false);
      for (String text : fields[i].split(",", -1)) {
        Optional<Field> range = range(text, PARTS.get(i));
        if (range.isEmpty() && !text.isEmpty()) {
          return Optional.empty();
        }
        field = range.map(field::and).orElse(field);
      }
      read.add(field);
    }
    return Optional.of(read);
  }

  /** The time between two starts where a schedule says nothing else, as {@code @every 1h30m}. */
  public static Optional<Duration> interval(String schedule) {
    return schedule.startsWith(EVERY)
        ? GoDuration.parse(schedule.substring(EVERY.length()))
        : Optional.empty();
  }

  /** In which ways {@code text} is no schedule, so that each reads well after "is 'text', ". */
  static List<String> problems(String text) {
    String schedule = text;
    if (text.startsWith("TZ=") || text.startsWith("CRON_TZ=")) {
      int space = text.indexOf(' ');
      String zone = text.substring(text.indexOf('=') + 1, Math.max(space, text.indexOf('=') + 1));
      if (space < 0 || !isZone(zone)) {
        return List.of("must name a time zone that there is");
      }
      schedule = text.substring(space).strip();
    }
    return schedule.startsWith("@") ? word(schedule) : fieldProblems(schedule);
  }

  private static List<String> word(String schedule) {
    return MEANINGS.containsKey(schedule) || interval(schedule).isPresent()
        ? List.of()
        : List.of("must be one of " + String.join(", ", MEANINGS.keySet())
            + ", or @every and a duration");
  }

  private static List<String> fieldProblems(String schedule) {
    String[] fields = schedule.strip().split("\\s+");
    if (schedule.isBlank() || fields.length != PARTS.size()) {
      return List.of("must have five fields: minute, hour, day of the month, month, weekday");
    }
    for (int i = 0; i < fields.length; i++) {
      Part part = PARTS.get(i);
      for (String range : fields[i].split(",", -1)) {
        // Like the library, which takes nothing between commas for nothing.
        if (!range.isEmpty() && range(range, part).isEmpty()) {
          return List.of("has '" + range + "' as " + part.name() + ", must be a number from "
              + part.least() + " to " + part.most() + ", a range of them, or *");
        }
      }
    }
    return List.of();
  }

  private static Optional<Field> range(String range, Part part) {
    String[] stepped = range.split("/", -1);
    String[] ends = stepped[0].split("-", -1);
    Optional<Integer> step = stepped.length == 2 ? part.number(stepped[1]) : Optional.of(1);
    if (stepped.length > 2 || ends.length > 2 || step.filter(it -> it > 0).isEmpty()) {
      return Optional.empty();
    }
    if (ends[0].equals("*") || ends[0].equals("?")) {
      return Optional.of(new Field(every(part.least(), part.most(), step.get()), step.get() == 1));
    }
    Optional<Integer> from = part.number(ends[0]);
    Optional<Integer> to = ends.length == 2 ? part.number(ends[1]) : from;
    boolean isWithin = from.isPresent()
        && to.isPresent()
        && from.get() >= part.least()
        && to.get() <= part.most()
        && from.get() <= to.get();
    if (!isWithin) {
      return Optional.empty();
    }
    // A single number with a step means from there on.
    int last = ends.length == 1 && stepped.length == 2 ? part.most() : to.get();
    return Optional.of(new Field(every(from.get(), last, step.get()), false));
  }

  private static long every(int first, int last, int step) {
    long numbers = 0;
    for (int number = first; number <= last; number += step) {
      numbers |= 1L << number;
    }
    return numbers;
  }

  /** Whether there is a time zone of that very name. */
  public static boolean isZone(String name) {
    return name.isEmpty() || ZoneId.getAvailableZoneIds().contains(name);
  }
}
