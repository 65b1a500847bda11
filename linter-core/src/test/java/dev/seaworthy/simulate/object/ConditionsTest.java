package dev.seaworthy.simulate.object;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.simulate.Objects;
import dev.seaworthy.simulate.clock.VirtualClock;
import org.junit.jupiter.api.Test;

class ConditionsTest {

  private final VirtualClock clock = new VirtualClock();
  private final Conditions none = Conditions.of(Objects.pod("web", "web:1"));

  @Test
  void whatIsSaidAgainChangesNothing() {
    Conditions ready = none.with("Ready", "True", "", "", clock);

    assertThat(ready.with("Ready", "True", "", "", clock)).isSameAs(ready);
  }

  @Test
  void anotherReasonIsNewsThoughTheStatusStays() {
    Conditions unready = none.with("Ready", "False", "ContainersNotReady", "", clock);
    Conditions failed = unready.with("Ready", "False", "PodFailed", "", clock);

    assertThat(failed.get("Ready").get("reason").text()).isEqualTo("PodFailed");
  }
}
