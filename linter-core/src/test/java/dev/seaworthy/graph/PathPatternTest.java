package dev.seaworthy.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.manifest.Sequence;
import java.util.List;
import org.junit.jupiter.api.Test;

class PathPatternTest {

  private static final Node POD =
      Mapping.of("volumes", Sequence.of(List.of(named("data"), Mapping.EMPTY, named("settings"))));

  @Test
  void leadsToEachPlaceWithWhatIsWrittenThere() {
    List<PathPattern.Place> places =
        PathPattern.parse("volumes[].name").places(POD, FieldPath.of("spec"));

    assertThat(places)
        .extracting(place -> place.path().toString(), place -> place.value().text())
        .containsExactly(
            tuple("spec.volumes[0].name", "data"), tuple("spec.volumes[2].name", "settings"));
  }

  @Test
  void leadsNowhereWhereNothingIsWritten() {
    assertThat(PathPattern.parse("volumes[].secret").places(POD, FieldPath.of("spec")))
        .isEmpty();
  }

  @Test
  void theEmptyTextLeadsToTheStart() {
    assertThat(PathPattern.parse("").places(POD, FieldPath.of("spec")))
        .containsExactly(new PathPattern.Place(FieldPath.of("spec"), POD));
  }

  private static Node named(String name) {
    return Mapping.of("name", Scalar.of(name));
  }
}
