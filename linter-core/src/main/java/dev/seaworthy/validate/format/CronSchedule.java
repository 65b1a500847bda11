package dev.seaworthy.validate.format;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * When a CronJob starts its jobs: five fields of minute, hour, day, month and weekday, or a word such as
 * {@code @daily}. Mirrors the standard parser of the library that Kubernetes uses.
 */
public final class CronSchedule {

  private static final List<String> WORDS =
      List.of("@yearly", "@annually", "@monthly", "@weekly", "@daily", "@midnight", "@hourly");
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
    return schedule.startsWith("@") ? word(schedule) : fields(schedule);
  }

  private static List<String> word(String schedule) {
    boolean known = WORDS.contains(schedule)
        || (schedule.startsWith(EVERY) && GoDuration.isValid(schedule.substring(EVERY.length())));
    return known
        ? List.of()
        : List.of("must be one of " + String.join(", ", WORDS) + ", or @every and a duration");
  }

  private static List<String> fields(String schedule) {
    String[] fields = schedule.strip().split("\\s+");
    if (schedule.isBlank() || fields.length != PARTS.size()) {
      return List.of("must have five fields: minute, hour, day of the month, month, weekday");
    }
    for (int i = 0; i < fields.length; i++) {
      Part part = PARTS.get(i);
      for (String range : fields[i].split(",", -1)) {
        // Like the library, which takes nothing between commas for nothing.
        if (!range.isEmpty() && !isRange(range, part)) {
          return List.of("has '" + range + "' as " + part.name() + ", must be a number from "
              + part.least() + " to " + part.most() + ", a range of them, or *");
        }
      }
    }
    return List.of();
  }

  private static boolean isRange(String range, Part part) {
    String[] stepped = range.split("/", -1);
    String[] ends = stepped[0].split("-", -1);
    if (stepped.length > 2 || ends.length > 2) {
      return false;
    }
    if (stepped.length == 2 && part.number(stepped[1]).filter(step -> step > 0).isEmpty()) {
      return false;
    }
    if (ends[0].equals("*") || ends[0].equals("?")) {
      return true;
    }
    Optional<Integer> from = part.number(ends[0]);
    Optional<Integer> to = ends.length == 2 ? part.number(ends[1]) : from;
    return from.isPresent()
        && to.isPresent()
        && from.get() >= part.least()
        && to.get() <= part.most()
        && from.get() <= to.get();
  }

  /** Whether there is a time zone of that very name. */
  public static boolean isZone(String name) {
    return name.isEmpty() || ZoneId.getAvailableZoneIds().contains(name);
  }
}
