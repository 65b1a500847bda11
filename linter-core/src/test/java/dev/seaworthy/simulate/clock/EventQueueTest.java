package dev.seaworthy.simulate.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventQueueTest {

  private final EventQueue queue = new EventQueue(new VirtualClock());
  private final List<String> happened = new ArrayList<>();

  private EventQueue.Planned plan(int seconds, String name) {
    return queue.after(Duration.ofSeconds(seconds), () -> happened.add(name));
  }

  @Test
  void eventsOfOneInstantHappenInTheOrderInWhichTheyWerePlanned() {
    plan(2, "late");
    plan(1, "first");
    plan(1, "second");

    queue.runUntil(VirtualClock.EPOCH.plusSeconds(1));

    assertThat(happened).containsExactly("first", "second");
    assertThat(queue.now()).isEqualTo(VirtualClock.EPOCH.plusSeconds(1));
  }

  @Test
  void aCancelledEventDoesNotHappen() {
    plan(1, "cancelled").cancel();

    queue.runUntil(VirtualClock.EPOCH.plusSeconds(5));

    assertThat(happened).isEmpty();
    assertThat(queue.nextAt()).isEmpty();
  }
}
