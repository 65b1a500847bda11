package dev.seaworthy.simulate.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimelineTextTest {

  private static Timeline.Entry entry(int millis, String object, String what, String gist) {
    return new Timeline.Entry(
        Duration.ofMillis(millis),
        object,
        what,
        gist,
        "by replicaset/web-1",
        "replicaset/web-1",
        "");
  }

  private static Timeline timeline(List<Timeline.Entry> entries) {
    return new Timeline(List.of(new Timeline.Step("apply web.yaml", Duration.ZERO, entries)));
  }

  @Test
  void whatHappensToOneObjectAtOneMomentIsOneLine() {
    Timeline timeline = timeline(
        List.of(entry(300, "pod/a", "Running", "Running"), entry(300, "pod/a", "ready", "ready")));

    assertThat(TimelineText.brief(timeline)).isEqualTo("""
        00:00.000  apply web.yaml
          00:00.300  pod/a  Running by replicaset/web-1; ready by replicaset/web-1
        """);
  }

  @Test
  void whatHappensToManyAlikeIsCounted() {
    List<Timeline.Entry> entries = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      entries.add(entry(i, "pod/" + i, "is to stop", "is to stop"));
    }
    entries.add(entry(400, "replicaset/web-1", "wants 3 pods", "scaled"));

    assertThat(TimelineText.brief(timeline(entries))).isEqualTo("""
        00:00.000  apply web.yaml
          00:00.000  300 pods of replicaset/web-1  are to stop by replicaset/web-1, until 00:00.299
          00:00.400  replicaset/web-1              wants 3 pods by replicaset/web-1
        """);
    assertThat(TimelineText.full(timeline(entries)).lines()).hasSize(302);
  }

  @Test
  void oneObjectThatChangesOftenIsTellingItsFirstAndLastChange() {
    List<Timeline.Entry> entries = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      entries.add(entry(i, "replicaset/web-1", "wants " + (50 - i) + " pods", "scaled"));
    }

    assertThat(TimelineText.brief(timeline(entries)))
        .endsWith("wants 50 pods … wants 1 pods by replicaset/web-1, 50 times, until 00:00.049\n");
  }

  @Test
  void manyOwnersAreCountedTogether() {
    List<Timeline.Entry> entries = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      entries.add(new Timeline.Entry(
          Duration.ZERO, "pod/" + i, "created", "created", "by job/" + i, "job/" + i, ""));
    }

    assertThat(TimelineText.brief(timeline(entries))).isEqualTo("""
        00:00.000  apply web.yaml
          00:00.000  100 pods  created
        """);
  }

  @Test
  void whatAStoryLooksAtStandsWhereItLooked() {
    Timeline.Entry look = Timeline.Entry.look(Duration.ofSeconds(1), "get pods", "NAME\n\nweb\n");

    assertThat(TimelineText.brief(timeline(List.of(entry(0, "pod/a", "created", "created"), look))))
        .isEqualTo("""
            00:00.000  apply web.yaml
              00:00.000  pod/a  created by replicaset/web-1
              00:01.000  get pods
                NAME

                web
            """);
  }
}
