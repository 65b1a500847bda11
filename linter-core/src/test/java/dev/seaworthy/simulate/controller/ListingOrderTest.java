package dev.seaworthy.simulate.controller;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.simulate.clock.Seed;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ListingOrderTest {

  private static List<Integer> arranged(long seed, int count) {
    List<Integer> objects =
        new ArrayList<>(IntStream.rangeClosed(1, count).boxed().toList());
    new ListingOrder<Integer>(new Seed(seed), "test", String::valueOf).arrange("all", objects);
    return objects;
  }

  @Test
  void withoutChanceTheOldestComesFirst() {
    assertThat(arranged(0, 3)).containsExactly(1, 2, 3);
    assertThat(arranged(0, 20)).isSorted();
  }

  @Test
  void aFewAreGoneThroughFromOneOfEightPlacesOn() {
    List<List<Integer>> orders =
        LongStream.rangeClosed(1, 800).mapToObj(seed -> arranged(seed, 3)).toList();

    assertThat(orders).containsOnly(List.of(1, 2, 3), List.of(2, 3, 1), List.of(3, 1, 2));
    assertThat(orders.stream().filter(order -> order.get(0) == 1).count()).isBetween(540L, 660L);
  }

  @Test
  void aGapBelongsToTheOneAfterIt() {
    long lastFirst = LongStream.rangeClosed(1, 800)
        .filter(seed -> {
          var order = new ListingOrder<Integer>(new Seed(seed), "test", String::valueOf);
          order.arrange("all", new ArrayList<>(List.of(1, 2, 3)));
          List<Integer> left = new ArrayList<>(List.of(1, 3));
          order.arrange("all", left);
          return left.get(0) == 3;
        })
        .count();

    assertThat(lastFirst).isBetween(140L, 260L);
  }

  @Test
  void manyHaveNoOrder() {
    assertThat(arranged(1, 20)).isNotEqualTo(arranged(2, 20)).hasSize(20).doesNotHaveDuplicates();
  }
}
