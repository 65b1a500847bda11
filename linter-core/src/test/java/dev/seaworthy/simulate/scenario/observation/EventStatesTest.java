package dev.seaworthy.simulate.scenario.observation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.api.ObjectKey;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.simulate.clock.VirtualClock;
import dev.seaworthy.simulate.server.Event;
import dev.seaworthy.simulate.store.Kinds;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Of what components tell the API server gets to know so much. */
class EventStatesTest {

  private static List<Event> events(int count, Duration apart, String reason) {
    return LongStream.range(0, count)
        .mapToObj(number -> new Event(
            VirtualClock.EPOCH.plus(apart.multipliedBy(number)),
            new ObjectKey(Kinds.REPLICA_SET, "default", "web"),
            "1",
            "Normal",
            reason,
            "pod " + number))
        .toList();
  }

  private static long counted(List<Event> log) {
    return EventStates.counts(log).stream()
        .map(Mapping.class::cast)
        .mapToLong(state -> state.get("count").longOr(0))
        .sum();
  }

  @Test
  void ofManyEventsAtOnceTwentyFiveOfAnObjectPass() {
    assertThat(counted(events(25, Duration.ZERO, "SuccessfulCreate"))).isEqualTo(25);
    assertThat(counted(events(120, Duration.ZERO, "SuccessfulCreate"))).isEqualTo(25);
  }

  @Test
  void thenOneInFiveMinutes() {
    assertThat(counted(events(120, Duration.ofSeconds(10), "SuccessfulCreate"))).isEqualTo(28);
  }

  @Test
  void theSchedulerLosesNone() {
    assertThat(counted(events(120, Duration.ZERO, "Scheduled"))).isEqualTo(120);
  }
}
