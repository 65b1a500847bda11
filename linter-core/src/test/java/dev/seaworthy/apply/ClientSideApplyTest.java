package dev.seaworthy.apply;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.api.Release;
import dev.seaworthy.api.Type;
import dev.seaworthy.api.catalog.BuiltInCatalog;
import dev.seaworthy.conformance.JsonNodes;
import dev.seaworthy.manifest.Mapping;
import org.junit.jupiter.api.Test;

/** What {@code kubectl apply} makes of a live object, and what it loses where merge keys repeat. */
class ClientSideApplyTest {

  private static final Type.Struct CONTAINER =
      BuiltInCatalog.of(Release.NEWEST).type("core/v1.Container").orElseThrow();

  private static Mapping json(String text) {
    return (Mapping) JsonNodes.read(text.replace('\'', '"'));
  }

  private static Mapping ports(String... ports) {
    return json("{'ports': [" + String.join(", ", ports) + "]}");
  }

  private static Mapping applied(Mapping before, Mapping now) {
    return ClientSideApply.merge(CONTAINER, before, now, before);
  }

  @Test
  void whatTheManifestNoLongerNamesGoesAndWhatOthersAddedStays() {
    Mapping live = ports(
        "{'containerPort': 80, 'name': 'http'}",
        "{'containerPort': 81}",
        "{'containerPort': 82, 'name': 'injected'}");

    Mapping merged = ClientSideApply.merge(
        CONTAINER,
        ports("{'containerPort': 80, 'name': 'http'}", "{'containerPort': 81}"),
        ports("{'containerPort': 80, 'name': 'web'}"),
        live);

    assertThat(merged.toJson())
        .isEqualTo(ports(
                "{'containerPort': 80, 'name': 'web'}", "{'containerPort': 82, 'name': 'injected'}")
            .toJson());
  }

  @Test
  void twoProtocolsOfOnePortStayWhereNothingChanges() {
    Mapping both = ports(
        "{'containerPort': 53, 'protocol': 'TCP'}", "{'containerPort': 53, 'protocol': 'UDP'}");

    Mapping merged = applied(both, both);

    assertThat(merged.toJson()).isEqualTo(both.toJson());
    assertThat(LostItems.in(CONTAINER, both, merged)).isEmpty();
  }

  @Test
  void movingOneOfTwoItemsWithOneKeyDeletesTheOtherToo() {
    Mapping before =
        ports("{'containerPort': 90, 'name': 'http'}", "{'containerPort': 90, 'name': 'admin'}");
    Mapping now =
        ports("{'containerPort': 90, 'name': 'http'}", "{'containerPort': 91, 'name': 'admin'}");

    Mapping merged = applied(before, now);

    assertThat(merged.toJson())
        .isEqualTo(ports("{'containerPort': 91, 'name': 'admin'}").toJson());
    assertThat(LostItems.in(CONTAINER, now, merged))
        .extracting(lost -> lost.path().toString())
        .containsExactly("ports[0]");
  }

  @Test
  void takingOutOneOfTwoItemsWithOneKeyLeavesNone() {
    Mapping before =
        ports("{'containerPort': 44, 'hostPort': 443}", "{'containerPort': 44, 'hostPort': 4443}");
    Mapping now = ports("{'containerPort': 44, 'hostPort': 443}");

    Mapping merged = applied(before, now);

    assertThat(merged.get("ports").size()).isZero();
    assertThat(LostItems.in(CONTAINER, now, merged)).hasSize(1);
  }

  @Test
  void aSecondItemOfAKeyChangesTheFirst() {
    Mapping before = ports("{'containerPort': 53, 'name': 'dns', 'protocol': 'TCP'}");
    Mapping now = ports(
        "{'containerPort': 53, 'name': 'dns', 'protocol': 'TCP'}",
        "{'containerPort': 53, 'name': 'dns-udp', 'protocol': 'UDP'}");

    Mapping merged = applied(before, now);

    assertThat(merged.toJson())
        .isEqualTo(
            ports("{'containerPort': 53, 'name': 'dns-udp', 'protocol': 'UDP'}").toJson());
    assertThat(LostItems.in(CONTAINER, now, merged))
        .extracting(lost -> lost.path().toString())
        .containsExactly("ports[0]");
  }
}
