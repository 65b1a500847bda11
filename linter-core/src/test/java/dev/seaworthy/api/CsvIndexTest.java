package dev.seaworthy.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.junit.jupiter.api.Test;

class CsvIndexTest {

  private final CsvIndex table = new CsvIndex("""
      group,version,kind,what
      apps,v1,Deployment,one
      ,v1,Pod,"two, ""three"\""
      apps,v2,Deployment,

      """, 0, 2);

  @Test
  void givesTheRowsWithTheValuesInTheirOrder() {
    assertThat(table.rows("apps", "Deployment"))
        .extracting(row -> row.get(1), row -> row.get(3))
        .containsExactly(tuple("v1", "one"), tuple("v2", ""));
  }

  @Test
  void readsEmptyKeysAndQuotedValues() {
    assertThat(table.rows("", "Pod"))
        .singleElement()
        .satisfies(row -> assertThat(row.get(3)).isEqualTo("two, \"three\""));
  }

  @Test
  void hasNoRowOfTheHeadingAndOfWhatIsNotThere() {
    assertThat(table.rows("group", "kind")).isEmpty();
    assertThat(table.rows("apps", "Pod")).isEmpty();
  }
}
