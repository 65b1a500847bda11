package dev.seaworthy.simulate.impact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.ManifestReader;
import dev.seaworthy.manifest.Mapping;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class FieldDifferencesTest {

  private static Resource object(String yaml) {
    return new Resource((Mapping) new ManifestReader()
        .readValues("test.yaml", yaml.getBytes(StandardCharsets.UTF_8))
        .documents()
        .get(0)
        .root());
  }

  private static List<String> between(String before, String after) {
    return FieldDifferences.between(object(before), object(after)).stream()
        .map(change -> change.path() + " " + change.from() + ">" + change.to())
        .toList();
  }

  @Test
  void itemsWithNamesAreTheSameWhereverTheyStand() {
    assertThat(between(
            "{kind: A, spec: {containers: [{name: a, image: 'a:1'}, {name: b, image: 'b:1'}]}}",
            "{kind: A, spec: {containers: [{name: b, image: 'b:2'}, {name: a, image: 'a:1'}]}}"))
        .containsExactly("spec.containers[b].image b:1>b:2");
  }

  @Test
  void whatIsNewAndWhatIsGoneHasOneSide() {
    assertThat(between(
            "{kind: A, spec: {old: 1}, metadata: {labels: {a.b/c: x}}}",
            "{kind: A, spec: {new: [1, 2]}, metadata: {labels: {}}}"))
        .containsExactly("spec.new >[1,2]", "spec.old 1>", "metadata.labels[a.b/c] x>");
  }

  @Test
  void aLongImageKeepsItsTag() {
    String image = "us-central1-docker.pkg.dev/an-organisation/a-long-repository-name/"
        + "microservices-demo/cartservice:v0.10.";

    assertThat(between("{kind: A, image: '" + image + "3'}", "{kind: A, image: '" + image + "4'}"))
        .singleElement()
        .asString()
        .matches("image us-central1\\S+…\\S+/cartservice:v0.10.3>us-\\S+/cartservice:v0.10.4");
  }

  @Test
  void whatTheServerWritesIsNoDifference() {
    assertThat(between(
            "{kind: A, metadata: {generation: 1, resourceVersion: '5'}, status: {a: 1}}",
            "{kind: A, metadata: {generation: 2, resourceVersion: '9'}, status: {a: 2}}"))
        .isEmpty();
  }

  @Test
  void valuesOfSecretsAreNotTold() {
    assertThat(between(
            "{apiVersion: v1, kind: Secret, data: {key: b2xk}, type: Opaque}",
            "{apiVersion: v1, kind: Secret, data: {key: bmV3}, type: Opaque}"))
        .containsExactly("data.key (secret)>(secret)");
  }
}
