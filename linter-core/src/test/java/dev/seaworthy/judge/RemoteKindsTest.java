package dev.seaworthy.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.seaworthy.Input;
import dev.seaworthy.Seaworthy;
import dev.seaworthy.Settings;
import dev.seaworthy.report.ServerAnswer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Definitions and catalogues of JSON Schemas at URLs. */
class RemoteKindsTest {

  private static final String DEFINITION = """
      apiVersion: apiextensions.k8s.io/v1
      kind: CustomResourceDefinition
      metadata: {name: backups.example.com}
      spec:
        group: example.com
        scope: Namespaced
        names: {plural: backups, kind: Backup}
        versions:
          - name: v1
            served: true
            storage: true
            schema:
              openAPIV3Schema:
                type: object
                properties: {spec: {type: object, properties: {keep: {type: integer, minimum: 1}}}}
      """;

  private static final String SCHEMA =
      "{\"properties\": {\"spec\": {\"properties\": {\"keep\": {\"minimum\": 1}}}}}";

  private static final String BACKUP =
      "{apiVersion: example.com/v1, kind: Backup, metadata: {name: a}, spec: {keep: 0}}";

  @TempDir
  Path cache;

  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    Map<String, String> files =
        Map.of("/crds.yaml", DEFINITION, "/catalogue/example.com/backup_v1.json", SCHEMA);
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", exchange -> {
      String text = files.get(exchange.getRequestURI().getPath());
      byte[] body = text == null ? new byte[0] : text.getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(text == null ? 404 : 200, text == null ? -1 : body.length);
      exchange.getResponseBody().write(body);
      exchange.close();
    });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void aDefinitionIsFetchedAndThenUsedOffline() {
    Settings settings = settings().withCrds(List.of(url("/crds.yaml")));

    assertThat(judged(settings).causes()).hasSize(1);
    stop();
    assertThat(judged(settings.offline()).causes()).hasSize(1);
  }

  @Test
  void aCatalogueIsAskedForTheKindsThatComeAlong() {
    String catalogue = url("/catalogue/{{.Group}}/{{.ResourceKind}}_{{.ResourceAPIVersion}}.json");

    assertThat(judged(settings().withSchemas(List.of(catalogue))).causes())
        .singleElement()
        .satisfies(cause -> assertThat(cause.field()).isEqualTo("spec.keep"));
  }

  @Test
  void aUrlWithoutDefinitionsIsAnError() {
    assertThatThrownBy(() -> judged(settings().withCrds(List.of(url("/none.yaml")))))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("/none.yaml: the server has no such file");
  }

  private Settings settings() {
    return Settings.usual().withCache(cache);
  }

  private String url(String path) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + path;
  }

  private static ServerAnswer judged(Settings settings) {
    return Seaworthy.of(settings)
        .validate(Input.text("backup.yaml", BACKUP))
        .get(0)
        .objects()
        .get(0)
        .answer();
  }
}
