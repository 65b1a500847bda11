package dev.seaworthy.simulate.scheduler.framework;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Scalar;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DomainCountsTest {

  private static final int NODES = 20;

  /** What was last said of a node. */
  private record Said(NodeInfo node, boolean member, long amount) {}

  private final DomainCounts counts = new DomainCounts("zone");
  private final Map<Integer, Said> said = new HashMap<>();

  private static NodeInfo node(int slot, int zone) {
    Mapping labels =
        zone == 0 ? Mapping.of("other", Scalar.of("x")) : Mapping.of("zone", Scalar.of("z" + zone));
    return new NodeInfo(
        slot,
        new Resource(
            Mapping.of("metadata", Mapping.of("name", Scalar.of("n" + slot), "labels", labels))));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void countsEqualARecount(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int step = 0; step < 500; step++) {
      int slot = random.nextInt(NODES);
      Said before = said.get(slot);
      if (before != null && random.nextBoolean()) {
        long more = random.nextInt(5) - 2;
        counts.add(before.node(), more);
        said.put(slot, new Said(before.node(), before.member(), before.amount() + more));
      } else {
        Said now = new Said(node(slot, random.nextInt(5)), random.nextBoolean(), random.nextInt(9));
        counts.set(now.node(), now.member(), now.amount());
        said.put(slot, now);
      }
      assertCountsEqualARecount("seed " + seed + ", step " + step);
    }
  }

  private void assertCountsEqualARecount(String where) {
    Map<String, Long> totals = new HashMap<>();
    for (Said each : said.values()) {
      String zone = each.node().labels().get("zone");
      if (each.member() && zone != null) {
        totals.merge(zone, each.amount(), Long::sum);
      }
    }
    assertThat(counts.size()).as(where).isEqualTo(totals.size());
    assertThat(counts.least())
        .as(where)
        .isEqualTo(totals.values().stream().mapToLong(it -> it).min().orElse(0));
    for (Said each : said.values()) {
      String zone = each.node().labels().getOrDefault("zone", "");
      assertThat(counts.at(each.node())).as(where).isEqualTo(totals.getOrDefault(zone, 0L));
      assertThat(counts.amountOf(each.node())).as(where).isEqualTo(each.amount());
    }
  }
}
