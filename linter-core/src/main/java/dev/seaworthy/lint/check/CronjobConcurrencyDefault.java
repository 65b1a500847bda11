package dev.seaworthy.lint.check;

import dev.seaworthy.graph.InputObject;
import dev.seaworthy.lint.CheckContext;
import dev.seaworthy.lint.Finding;
import dev.seaworthy.lint.ObjectCheck;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.validate.format.CronSchedule;
import java.time.Duration;
import java.util.List;

/** CronJobs that start so often that a slow run overlaps the next. */
final class CronjobConcurrencyDefault implements ObjectCheck {

  private static final FieldPath POLICY = FieldPath.of("spec", "concurrencyPolicy");
  private static final Duration HOUR = Duration.ofHours(1);

  @Override
  public List<Finding> check(InputObject cronJob, CheckContext context) {
    boolean allows = cronJob.at(POLICY).stringOr("Allow").equals("Allow");
    return allows && isOften(cronJob.at(FieldPath.of("spec", "schedule")).text())
        ? List.of(Finding.at(
            cronJob, POLICY, "a run that takes longer than usual runs beside the next ones"))
        : List.of();
  }

  /** Whether it starts more than once in some hour. */
  private static boolean isOften(String schedule) {
    return CronSchedule.interval(schedule)
        .map(interval -> interval.compareTo(HOUR) < 0)
        .orElseGet(() -> CronSchedule.fields(schedule)
            .map(fields -> Long.bitCount(fields.get(0).numbers()) > 1)
            .orElse(false));
  }
}
