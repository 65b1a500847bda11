package dev.seaworthy.lint.check;

import dev.seaworthy.graph.InputObject;
import dev.seaworthy.lint.CheckContext;
import dev.seaworthy.lint.Finding;
import dev.seaworthy.lint.ObjectCheck;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.validate.format.CronSchedule;
import dev.seaworthy.validate.format.CronSchedule.Field;
import java.time.Month;
import java.util.List;

/** Schedules that name no date that there is. */
final class CronjobScheduleNever implements ObjectCheck {

  private static final FieldPath SCHEDULE = FieldPath.of("spec", "schedule");
  private static final int DAY = 2;
  private static final int MONTH = 3;
  private static final int WEEKDAY = 4;

  @Override
  public List<Finding> check(InputObject cronJob, CheckContext context) {
    String schedule = cronJob.at(SCHEDULE).text();
    return CronSchedule.fields(schedule).filter(CronjobScheduleNever::isNever).isPresent()
        ? List.of(
            Finding.at(cronJob, SCHEDULE, "no month named here has such a day: nothing ever runs"))
        : List.of();
  }

  /** Where both the day and the weekday are named, either of them is enough. */
  private static boolean isNever(List<Field> fields) {
    if (fields.stream().anyMatch(field -> field.numbers() == 0)) {
      return true;
    }
    boolean byWeekday = !fields.get(DAY).isAny() && !fields.get(WEEKDAY).isAny();
    return !byWeekday && !namesDate(fields.get(DAY), fields.get(MONTH));
  }

  private static boolean namesDate(Field days, Field months) {
    for (Month month : Month.values()) {
      for (int day = 1; months.has(month.getValue()) && day <= month.maxLength(); day++) {
        if (days.has(day)) {
          return true;
        }
      }
    }
    return false;
  }
}
