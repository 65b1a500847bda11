package dev.seaworthy.simulate.controller.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.simulate.Objects;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RevisionHistoryTest {

  private static List<ControllerRevision> givenRevisions(int count) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(number ->
            new ControllerRevision(Objects.object("apps/v1", "ControllerRevision", "db-" + number)
                .with("revision", Scalar.of(number))))
        .toList();
  }

  private static List<Long> expired(int count, long limit, List<Long> live) {
    return RevisionHistory.expired(
            givenRevisions(count), limit, revision -> live.contains(revision.number()))
        .stream()
        .map(ControllerRevision::number)
        .toList();
  }

  @Test
  void theOldestAreForgottenFirst() {
    assertThat(expired(5, 3, List.of())).containsExactly(1L, 2L);
    assertThat(expired(3, 3, List.of())).isEmpty();
    assertThat(expired(2, 0, List.of())).containsExactly(1L, 2L);
  }

  @Test
  void whatPodsStillHaveIsKeptInThePlaceOfALaterOne() {
    assertThat(expired(5, 3, List.of(1L))).containsExactly(2L, 3L);
  }
}
