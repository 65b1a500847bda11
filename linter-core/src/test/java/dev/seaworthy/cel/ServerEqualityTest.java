package dev.seaworthy.cel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cel.common.CelOptions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which values the server takes for the same, where it is not the specification that says so. */
class ServerEqualityTest {

  private static final Object WEB = port("web", 80L);
  private static final Object API = port("api", 8080L);

  private final ServerEquality equality =
      new ServerEquality(CelOptions.current().build());

  @Test
  void aSetIsTheSameInAnyOrder() {
    KeyedList set = KeyedList.set(List.of("a", "b"));

    assertThat(equality.areEqual(set, List.of("b", "a"))).isTrue();
    assertThat(equality.areEqual(set, KeyedList.set(List.of("b", "a")))).isTrue();
    assertThat(equality.areEqual(set, List.of("b", "c"))).isFalse();
    assertThat(equality.areEqual(set, List.of("a", "b", "c"))).isFalse();
  }

  @Test
  void aListWithKeysIsTheSameInAnyOrderIfItemsOfOneKeyAre() {
    KeyedList ports = KeyedList.map(List.of(WEB, API), List.of("name"));

    assertThat(equality.areEqual(ports, List.of(API, WEB))).isTrue();
    assertThat(equality.areEqual(ports, List.of(API, port("web", 81L)))).isFalse();
    assertThat(equality.areEqual(ports, List.of(API, port("other", 80L)))).isFalse();
  }

  @Test
  void whatStandsOnTheLeftTellsHowToCompare() {
    assertThat(equality.areEqual(List.of("b", "a"), KeyedList.set(List.of("a", "b"))))
        .isFalse();
  }

  @Test
  void anyOtherListHasAnOrder() {
    assertThat(equality.areEqual(List.of("a", "b"), List.of("b", "a"))).isFalse();
    assertThat(equality.areEqual(List.of("a", "b"), List.of("a", "b"))).isTrue();
  }

  @Test
  void listsAreFoundWithinMapsAndLists() {
    Object one = new ObjectView(Map.of("ports", KeyedList.set(List.of(1L, 2L))));
    Object other = new ObjectView(Map.of("ports", KeyedList.set(List.of(2L, 1L))));

    assertThat(equality.areEqual(one, other)).isTrue();
    assertThat(equality.areEqual(List.of(one), List.of(other))).isTrue();
    assertThat(equality.areEqual(one, new ObjectView(Map.of("sorts", List.of(2L, 1L)))))
        .isFalse();
  }

  private static Object port(String name, long number) {
    return new ObjectView(Map.of("name", name, "port", number));
  }
}
