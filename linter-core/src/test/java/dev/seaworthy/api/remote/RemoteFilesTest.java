package dev.seaworthy.api.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.seaworthy.api.structure.UnreadableSchema;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of a server on this machine. */
class RemoteFilesTest {

  private static final Instant MONDAY = Instant.parse("2026-03-02T08:00:00Z");
  private static final Limits LIMITS =
      new Limits(1000, Duration.ofSeconds(5), Duration.ofSeconds(20), 3);

  @TempDir
  Path folder;

  private final List<String> asked = new ArrayList<>();
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void aFileIsFetchedOnceAndKept() throws IOException {
    assertThat(on(MONDAY).read(url("/crd.yaml"))).contains("kind: A");
    assertThat(on(MONDAY).read(url("/crd.yaml"))).contains("kind: A");

    assertThat(asked).containsExactly("/crd.yaml");
  }

  @Test
  void afterADayTheServerIsAskedWhetherItChanged() throws IOException {
    on(MONDAY).read(url("/crd.yaml"));

    assertThat(on(MONDAY.plus(Duration.ofDays(2))).read(url("/crd.yaml"))).contains("kind: A");

    assertThat(asked).containsExactly("/crd.yaml", "/crd.yaml if \"1\"");
  }

  @Test
  void whatCannotBeAskedAnewStaysInUse() throws IOException {
    on(MONDAY).read(url("/crd.yaml"));
    stop();

    assertThat(on(MONDAY.plus(Duration.ofDays(2))).read(url("/crd.yaml"))).contains("kind: A");
  }

  @Test
  void offlineNothingIsFetched() throws IOException {
    on(MONDAY).read(url("/crd.yaml"));
    asked.clear();
    RemoteFiles offline = RemoteFiles.keptIn(folder, true)
        .with(Clock.fixed(MONDAY.plus(Duration.ofDays(99)), ZoneOffset.UTC), LIMITS);

    assertThat(offline.read(url("/crd.yaml"))).contains("kind: A");
    assertThatThrownBy(() -> offline.read(url("/other.yaml")))
        .isInstanceOf(UnreadableSchema.class)
        .hasMessageContaining("/other.yaml was not fetched before");
    assertThat(asked).isEmpty();
  }

  @Test
  void whatTheServerDoesNotHaveIsKeptInMindToo() throws IOException {
    assertThat(on(MONDAY).read(url("/none.yaml"))).isEmpty();
    assertThat(on(MONDAY).read(url("/none.yaml"))).isEmpty();

    assertThat(asked).containsExactly("/none.yaml");
  }

  @Test
  void redirectionsAreFollowedSoFar() throws IOException {
    assertThat(on(MONDAY).read(url("/moved.yaml"))).contains("kind: A");
    assertThatThrownBy(() -> on(MONDAY).read(url("/round.yaml")))
        .hasMessageContaining("from one address to the next");
    assertThatThrownBy(() -> on(MONDAY).read(url("/file.yaml")))
        .hasMessageContaining("file:///etc/passwd, which is not safe to follow");
  }

  @Test
  void whatIsTooLargeOrRefusedIsAnErrorWithItsReason() {
    assertThatThrownBy(() -> on(MONDAY).read(url("/large.yaml")))
        .isInstanceOf(UnreadableSchema.class)
        .hasMessageContaining("/large.yaml is larger than 1000 bytes");
    assertThatThrownBy(() -> on(MONDAY).read(url("/secret.yaml")))
        .hasMessageContaining("/secret.yaml cannot be fetched: the server answers 403");
    stop();
    assertThatThrownBy(() -> on(MONDAY).read(url("/crd.yaml")))
        .hasMessageContaining("/crd.yaml cannot be fetched: ");
  }

  @Test
  void aFileThatBreaksOffIsRefusedAndNotKept() throws IOException {
    String answer = "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nkind: A";
    try (RawServer raw = new RawServer(answer, false)) {
      for (int i = 0; i < 2; i++) {
        assertThatThrownBy(() -> on(MONDAY).read(raw.url()))
            .isInstanceOf(UnreadableSchema.class)
            .hasMessageContaining("it broke off after 7 of 100 bytes");
      }
    }
  }

  @Test
  void whatIsNoHttpIsSaidToBeNone() throws IOException {
    try (RawServer raw = new RawServer("SSH-2.0-somebody\r\n", false)) {
      assertThatThrownBy(() -> on(MONDAY).read(raw.url()))
          .isInstanceOf(UnreadableSchema.class)
          .hasMessageContaining("no HTTP server");
    }
  }

  @Test
  void anAnswerThatNeverEndsIsGivenUp() throws IOException {
    Limits hasty = new Limits(1000, Duration.ofSeconds(60), Duration.ofSeconds(1), 3);
    try (RawServer raw = new RawServer("HTTP/1.1 200", true)) {
      RemoteFiles files = RemoteFiles.keptIn(folder, false).with(Clock.systemUTC(), hasty);

      assertThatThrownBy(() -> files.read(raw.url()))
          .isInstanceOf(UnreadableSchema.class)
          .hasMessageContaining("does not answer in time (it took longer than 1 s)");
    }
  }

  @Test
  void aDamagedCopyIsFetchedAnew() throws IOException {
    on(MONDAY).read(url("/crd.yaml"));
    try (var files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.writeString(file, "asked=never");
      }
    }

    assertThat(on(MONDAY).read(url("/crd.yaml"))).contains("kind: A");
  }

  @Test
  void theFolderIsTheUsersOwn() {
    assertThat(CacheFolder.of(Map.of(), "home")).isEqualTo(Path.of("home", ".cache", "seaworthy"));
    assertThat(CacheFolder.of(Map.of("XDG_CACHE_HOME", "kept"), "home"))
        .isEqualTo(Path.of("kept", "seaworthy"));
  }

  private RemoteFiles on(Instant day) {
    return RemoteFiles.keptIn(folder, false).with(Clock.fixed(day, ZoneOffset.UTC), LIMITS);
  }

  private String url(String path) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + path;
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    String validator = exchange.getRequestHeaders().getFirst("If-None-Match");
    asked.add(validator == null ? path : path + " if " + validator);
    switch (path) {
      case "/crd.yaml" -> {
        exchange.getResponseHeaders().set("ETag", "\"1\"");
        send(exchange, validator == null ? 200 : 304, "kind: A");
      }
      case "/moved.yaml" -> redirect(exchange, "/crd.yaml");
      case "/round.yaml" -> redirect(exchange, "/round.yaml");
      case "/file.yaml" -> redirect(exchange, "file:///etc/passwd");
      case "/large.yaml" -> send(exchange, 200, "a".repeat(2000));
      case "/secret.yaml" -> send(exchange, 403, "");
      default -> send(exchange, 404, "");
    }
  }

  private static void redirect(HttpExchange exchange, String to) throws IOException {
    exchange.getResponseHeaders().set("Location", to);
    send(exchange, 302, "");
  }

  private static void send(HttpExchange exchange, int status, String text) throws IOException {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    boolean hasBody = status != 304 && body.length > 0;
    exchange.sendResponseHeaders(status, hasBody ? body.length : -1);
    if (hasBody) {
      exchange.getResponseBody().write(body);
    }
    exchange.close();
  }
}
