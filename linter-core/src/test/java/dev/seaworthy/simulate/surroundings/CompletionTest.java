package dev.seaworthy.simulate.surroundings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.api.Release;
import dev.seaworthy.api.Resource;
import dev.seaworthy.api.catalog.BuiltInCatalog;
import dev.seaworthy.graph.InputObject;
import dev.seaworthy.manifest.ManifestReader;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.simulate.surroundings.Filling.Filled;
import dev.seaworthy.validate.ApiServer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Bases of kustomizations, as they are played. */
class CompletionTest {

  private static final ApiServer SERVER = ApiServer.of(BuiltInCatalog.of(Release.NEWEST));

  private static Optional<Filled> complete(String text) {
    InputObject object = new InputObject("test.yaml", new Resource((Mapping) new ManifestReader()
        .read("test.yaml", text.getBytes(StandardCharsets.UTF_8))
        .documents()
        .get(0)
        .root()));
    Optional<Filled> completed = Completion.of(object, SERVER::create);
    completed.ifPresent(filled ->
        assertThat(SERVER.create(filled.object().resource().root()).accepted()).isTrue());
    return completed;
  }

  @Test
  void whatIsWholeStaysAsItIs() {
    assertThat(complete("{apiVersion: v1, kind: ConfigMap, metadata: {name: a}}"))
        .hasValueSatisfying(filled -> assertThat(filled.standIns()).isEmpty());
  }

  @Test
  void aTextThatAPatchIsToAddIsTakenToBeSome() {
    assertThat(complete("""
        apiVersion: v1
        kind: Pod
        metadata: {name: web}
        spec: {containers: [{name: web}]}
        """))
        .hasValueSatisfying(filled -> assertThat(filled.standIns())
            .extracting(StandIn::text)
            .containsExactly(
                "spec.containers[0].image, which is left to kustomizations, is image"));
  }

  @Test
  void whatAServerObjectsToIsLeftOut() {
    assertThat(complete("""
        apiVersion: v1
        kind: Pod
        metadata: {name: web}
        spec: {containers: [{name: web, image: web, imagePullPolicy: REPLACE_ME}]}
        """))
        .hasValueSatisfying(filled -> assertThat(filled.standIns())
            .extracting(StandIn::text)
            .containsExactly("spec.containers[0].imagePullPolicy, which is left to kustomizations,"
                + " is left out"));
  }

  @Test
  void whatNobodyCanGuessIsNotPlayed() {
    assertThat(complete("""
        apiVersion: v1
        kind: Service
        metadata: {name: web}
        spec: {selector: {app: web}}
        """)).isEmpty();
  }
}
