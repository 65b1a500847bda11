package dev.seaworthy.validate.format;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a CronJob's schedule may be, as the library that Kubernetes uses reads it. */
class CronScheduleTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "* * * * *",
        "0 0 1 1 0",
        "59 23 31 12 6",
        "*/15 0-6 1,15 JAN-mar Mon-fri",
        "5/10 * ? * ?",
        "0-59/59 * * * *",
        ", * * * *",
        "  0 0 * * *  ",
        "@yearly",
        "@hourly",
        "@every 1h30m",
        "TZ=UTC 0 0 * * *",
        "CRON_TZ=Europe/Berlin @daily"
      })
  void theseAreSchedules(String text) {
    assertThat(CronSchedule.problems(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "60 * * * *",
        "* 24 * * *",
        "* * 0 * *",
        "* * 32 * *",
        "* * * 0 *",
        "* * * 13 *",
        "* * * * 7",
        "10-5 * * * *",
        "*/0 * * * *",
        "*/x * * * *",
        "1-2-3 * * * *",
        "1/2/3 * * * *",
        "jan * * * *",
        "-1 * * * *",
        "1000000000 * * * *"
      })
  void theseHaveAFieldThatIsNone(String text) {
    assertThat(CronSchedule.problems(text)).singleElement().asString().contains("must be a number");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "* * * *", "* * * * * *"})
  void thereAreFiveFields(String text) {
    assertThat(CronSchedule.problems(text)).singleElement().asString().contains("five fields");
  }

  @ParameterizedTest
  @ValueSource(strings = {"@dailyz", "@reboot", "@every", "@every x"})
  void thereAreFewWords(String text) {
    assertThat(CronSchedule.problems(text)).singleElement().asString().contains("@daily");
  }

  @ParameterizedTest
  @ValueSource(strings = {"TZ=Mars/Phobos * * * * *", "TZ=UTC", "CRON_TZ=nowhere @daily"})
  void aTimeZoneMustExist(String text) {
    assertThat(CronSchedule.problems(text)).singleElement().asString().contains("time zone");
  }

  @Test
  void aFieldIsNamedWithItsBounds() {
    assertThat(CronSchedule.problems("0 0 40 * *"))
        .containsExactly("has '40' as day of the month, must be a number from 1 to 31, a range of"
            + " them, or *");
  }
}
