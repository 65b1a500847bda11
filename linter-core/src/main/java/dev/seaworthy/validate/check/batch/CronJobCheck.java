package dev.seaworthy.validate.check.batch;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.validate.check.workload.PodNames;
import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.KindCheck;
import dev.seaworthy.validate.field.Request;
import dev.seaworthy.validate.field.Value;
import dev.seaworthy.validate.format.CronSchedule;
import java.util.Locale;

/** A CronJob: its time zone, and the jobs it makes. Mirrors ValidateCronJobSpec. */
public final class CronJobCheck implements KindCheck {

  @Override
  public GroupKind kind() {
    return GroupKind.of("batch", "CronJob");
  }

  @Override
  public void check(Value cronJob, Request request, Errors errors) {
    PodNames.warn(cronJob, errors);
    Value spec = cronJob.at("spec");
    schedule(spec, errors);
    if (spec.at("timeZone").isPresent() && spec.at("timeZone").isChanged()) {
      zone(spec.at("timeZone"), errors);
    }
    Value job = spec.at("jobTemplate", "spec");
    new JobSpecCheck(job, errors).check();
    if (job.at("manualSelector").isTrue()) {
      errors.notSupported(
          job.at("manualSelector").path(), "generated-selector", "must be false in a CronJob");
    }
  }

  /** Time zones have a field of their own now; those in old schedules may stay. */
  private static void schedule(Value spec, Errors errors) {
    Value schedule = spec.at("schedule");
    boolean names = schedule.text().contains("TZ");
    if (names && spec.at("timeZone").isPresent()) {
      errors.invalid(schedule.path(), "one-time-zone", "must not name a time zone beside timeZone");
    } else if (names && !spec.before().at("schedule").text().contains("TZ")) {
      errors.invalid(
          schedule.path(), "time-zone-field", "must not name a time zone; timeZone does");
    }
  }

  private static void zone(Value zone, Errors errors) {
    String name = zone.text();
    boolean local = name.toLowerCase(Locale.ROOT).equals("local");
    if (name.isEmpty() || local || !CronSchedule.isZone(name)) {
      errors.invalid(
          zone.path(), "time-zone", "is '" + name + "', must be a time zone such as Europe/Berlin");
    }
  }
}
