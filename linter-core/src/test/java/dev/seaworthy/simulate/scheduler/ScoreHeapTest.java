package dev.seaworthy.simulate.scheduler;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ScoreHeapTest {

  @Test
  void theMostPointsWin() {
    assertThat(ScoreHeap.first(new long[] {5, 9, 7})).isEqualTo(1);
    assertThat(ScoreHeap.first(new long[] {3})).isZero();
  }

  @Test
  void ofEqualsTheFirstStaysOnTop() {
    assertThat(ScoreHeap.first(new long[] {4, 4, 4, 4, 4})).isZero();
    assertThat(ScoreHeap.first(new long[] {1, 2, 2})).isEqualTo(1);
  }

  @Test
  void oneThatRisesFromBelowTakesTheLeadOfItsBranch() {
    assertThat(ScoreHeap.first(new long[] {1, 1, 2, 2})).isEqualTo(3);
  }
}
