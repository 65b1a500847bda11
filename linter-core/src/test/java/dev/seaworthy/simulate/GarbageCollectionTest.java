package dev.seaworthy.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.api.ObjectKey;
import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.manifest.Sequence;
import dev.seaworthy.simulate.clock.Seed;
import dev.seaworthy.simulate.object.Finalizers;
import dev.seaworthy.simulate.object.Meta;
import dev.seaworthy.simulate.server.Deletion;
import dev.seaworthy.simulate.server.Deletion.Cascade;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** ConfigMaps that own each other: nothing but the garbage collector acts on them. */
class GarbageCollectionTest {

  private static final String HOLD = "example.com/hold";

  private final Cluster cluster = Cluster.start(ClusterSettings.QUICK, new Seed(1));

  private Resource given(String name, Resource... owners) {
    List<Resource> references = Arrays.asList(owners);
    Resource object = Objects.object("v1", "ConfigMap", name)
        .with(
            "metadata.ownerReferences",
            Sequence.of(references.stream()
                .map(owner -> Meta.controllerReference(owner).without("controller"))
                .toList()));
    return cluster.api().create(object).object().orElseThrow();
  }

  private Optional<Resource> find(Resource object) {
    return cluster.view().get(ObjectKey.of(object));
  }

  private void delete(Resource object, Cascade cascade) {
    cluster.api().delete(ObjectKey.of(object), Deletion.NORMAL.cascading(cascade));
    cluster.settle();
  }

  @Test
  void whatAnOwnerLeavesBehindGoesAfterIt() {
    Resource owner = given("owner");
    Resource owned = given("owned", owner);
    Resource further = given("further", owned);

    delete(owner, Cascade.BACKGROUND);

    assertThat(List.of(owner, owned, further)).allMatch(it -> find(it).isEmpty());
  }

  @Test
  void inTheForegroundAnOwnerWaitsForWhatItOwns() {
    Resource owner = given("owner");
    Resource owned = given("owned", owner);
    cluster.api().update(Finalizers.with(find(owned).orElseThrow(), HOLD));

    delete(owner, Cascade.FOREGROUND);
    assertThat(find(owner)).hasValueSatisfying(Meta::isBeingDeleted);
    cluster.api().update(Finalizers.without(find(owned).orElseThrow(), HOLD));
    cluster.settle();

    assertThat(List.of(owner, owned)).allMatch(it -> find(it).isEmpty());
  }

  @Test
  void whatAnotherOwnerKeepsStaysAndForgetsTheOneThatGoes() {
    Resource owner = given("owner");
    Resource other = given("other");
    Resource owned = given("owned", owner, other);

    delete(owner, Cascade.FOREGROUND);

    assertThat(find(owner)).isEmpty();
    assertThat(find(owned).orElseThrow().at("metadata", "ownerReferences").items())
        .extracting(reference -> reference.get("name").text())
        .containsExactly("other");
  }

  @Test
  void orphansStayWithoutTheirOwner() {
    Resource owner = given("owner");
    Resource owned = given("owned", owner);

    delete(owner, Cascade.ORPHAN);

    assertThat(find(owner)).isEmpty();
    assertThat(find(owned).orElseThrow().at("metadata", "ownerReferences").isAbsent())
        .isTrue();
  }

  @Test
  void whatNamesAnOwnerThatIsNotThereGoes() {
    Resource gone = given("gone");
    delete(gone, Cascade.BACKGROUND);

    Resource late = given("late", gone);
    cluster.settle();

    assertThat(find(late)).isEmpty();
  }

  @Test
  void ownersInACircleDoNotWaitForEachOtherForEver() {
    Resource one = given("one");
    Resource other = given("other", one);
    cluster
        .api()
        .update(find(one)
            .orElseThrow()
            .with(
                "metadata.ownerReferences",
                Sequence.of(List.of(
                    Meta.controllerReference(other).with("controller", Scalar.of(false))))));
    cluster.settle();

    delete(one, Cascade.FOREGROUND);

    assertThat(List.of(one, other)).allMatch(it -> find(it).isEmpty());
  }
}
