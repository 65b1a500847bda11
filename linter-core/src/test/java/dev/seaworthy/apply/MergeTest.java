package dev.seaworthy.apply;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.api.Release;
import dev.seaworthy.api.Type;
import dev.seaworthy.api.catalog.BuiltInCatalog;
import dev.seaworthy.conformance.JsonNodes;
import dev.seaworthy.manifest.Mapping;
import org.junit.jupiter.api.Test;

/** Lists merge as their types say. */
class MergeTest {

  private static final Type.Struct POD_SPEC =
      BuiltInCatalog.of(Release.NEWEST).type("core/v1.PodSpec").orElseThrow();

  private static final Type.Struct CONTAINER =
      BuiltInCatalog.of(Release.NEWEST).type("core/v1.Container").orElseThrow();

  private static Mapping json(String text) {
    return (Mapping) JsonNodes.read(text.replace('\'', '"'));
  }

  @Test
  void aStrategicPatchFindsAContainerByItsName() {
    Mapping merged = StrategicMerge.merged(
        POD_SPEC,
        json("{'containers': [{'name': 'a', 'image': 'a:1'}, {'name': 'b', 'image': 'b:1'}]}"),
        json("{'containers': [{'name': 'b', 'image': 'b:2'}]}"));

    assertThat(merged.sameAs(
            json("{'containers': [{'name': 'a', 'image': 'a:1'}, {'name': 'b', 'image': 'b:2'}]}")))
        .isTrue();
  }

  @Test
  void aStrategicPatchRemovesByDirective() {
    Mapping merged = StrategicMerge.merged(
        POD_SPEC,
        json("{'containers': [{'name': 'a'}, {'name': 'b'}], 'nodeSelector': {'x': 'y'}}"),
        json("{'containers': [{'$patch': 'delete', 'name': 'a'}], 'nodeSelector': null}"));

    assertThat(merged.sameAs(json("{'containers': [{'name': 'b'}]}"))).isTrue();
  }

  @Test
  void aStrategicPatchReplacesAListWithoutAKey() {
    Mapping merged =
        StrategicMerge.merged(CONTAINER, json("{'args': ['a', 'b']}"), json("{'args': ['c']}"));

    assertThat(merged.sameAs(json("{'args': ['c']}"))).isTrue();
  }

  @Test
  void anApplyKeepsWhatOthersAddedAndDropsWhatItNoLongerNames() {
    Mapping merged = ServerSideApply.merged(
        POD_SPEC,
        json("{'containers': [{'name': 'a', 'image': 'a:1', 'tty': true}, {'name': 'other'}]}"),
        json("{'containers': [{'name': 'a', 'image': 'a:1', 'tty': true}]}"),
        json("{'containers': [{'name': 'a', 'image': 'a:2'}]}"));

    assertThat(merged.sameAs(
            json("{'containers': [{'name': 'a', 'image': 'a:2'}, {'name': 'other'}]}")))
        .isTrue();
  }

  @Test
  void aPortWithoutAProtocolIsThatOfTcp() {
    Mapping merged = ServerSideApply.merged(
        CONTAINER,
        json("{'ports': [{'containerPort': 80, 'protocol': 'TCP'}]}"),
        json("{}"),
        json("{'ports': [{'containerPort': 80, 'name': 'http'}]}"));

    assertThat(merged.get("ports").size()).isEqualTo(1);
  }

  /** A probe that goes, goes with the period that the server gave it. */
  @Test
  void anApplyTakesAStructWithWhatTheServerFilledIn() {
    Mapping merged = ServerSideApply.merged(
        CONTAINER,
        json("{'name': 'a', 'livenessProbe': {'tcpSocket': {'port': 80}, 'periodSeconds': 10}}"),
        json("{'name': 'a', 'livenessProbe': {'tcpSocket': {'port': 80}}}"),
        json("{'name': 'a'}"));

    assertThat(merged.sameAs(json("{'name': 'a'}"))).isTrue();
  }

  @Test
  void anApplyLeavesAStructThatSomebodyElseHasChanged() {
    Mapping merged = ServerSideApply.merged(
        CONTAINER,
        json("{'name': 'a', 'livenessProbe': {'tcpSocket': {'port': 81}}}"),
        json("{'name': 'a', 'livenessProbe': {'tcpSocket': {'port': 80}}}"),
        json("{'name': 'a'}"));

    assertThat(merged.at("livenessProbe", "tcpSocket", "port").longOr(0)).isEqualTo(81);
  }
}
