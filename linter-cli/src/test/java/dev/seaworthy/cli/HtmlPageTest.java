package dev.seaworthy.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page of a dry-run: what stands in it, and what a real browser makes of it. */
class HtmlPageTest {

  private static final List<String> BROWSERS =
      List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");

  private static final int GREEN = 0x2da44e;
  private static final int DARK = 0x0d1117;

  private static final String HOSTILE = """
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: web}
      spec:
        replicas: 2
        selector: {matchLabels: {app: web}}
        template:
          metadata: {labels: {app: web}}
          spec:
            containers:
            - name: web
              image: "</li></style><script>document.title='owned'</script><img src=x onerror=\\"document.title='owned'\\">"
      """;

  @TempDir
  Path folder;

  private Path page(String... args) {
    Path page = folder.resolve("page.html");
    List<String> all = new ArrayList<>(List.of("dry-run"));
    all.addAll(List.of(args));
    all.addAll(List.of("--html", page.toString()));
    Run.of(all.toArray(new String[0]));
    return page;
  }

  private Path pageOfARelease() {
    return page("--scenario", "../examples/scenarios/bad-release");
  }

  private Path pageOfANodeFailure() {
    return page("--scenario", "../examples/scenarios/node-failure");
  }

  @Test
  void isWrittenBesideWhateverElseIsAskedFor() throws IOException {
    Path page = folder.resolve("page.html");
    for (List<String> order : List.of(
        List.of("--html", page.toString(), "-o", "json"),
        List.of("-o", "json", "--html", page.toString()))) {
      Files.deleteIfExists(page);
      List<String> all = new ArrayList<>(List.of("dry-run"));
      all.addAll(order);
      all.add("-");

      Run run = Run.withInput(HOSTILE, all.toArray(new String[0]));

      assertThat(run.out()).startsWith("{");
      assertThat(page).content().contains("<html");
    }
  }

  @Test
  void needsNothingBesideItself() throws IOException {
    String text = Files.readString(pageOfARelease());

    assertThat(text)
        .contains("default-src &#39;none&#39;")
        .doesNotContain("<script", "<link", "<img", "src=", "@import", "url(");
  }

  @Test
  void hasALaneForEachPodAndItsRevision() throws IOException {
    String text = Files.readString(pageOfARelease());

    assertThat(count(text, "<div class=\"lane(?: old)?\">")).isEqualTo(7);
    assertThat(text)
        .contains("rev 1", "rev 2", "class=\"troubled\"", "class=\"floor\"", "Deployment/web")
        .contains("4 of 4");
    assertThat(count(text, "<div class=\"node\">")).isEqualTo(3);
    assertThat(text).contains("<summary>Events: ");
  }

  @Test
  void theWordsOfManifestsAreTextAndNothingElse() throws Exception {
    Path manifest = Files.writeString(folder.resolve("web.yaml"), HOSTILE);
    Path page = page("--describe", "deploy/web", manifest.toString());

    assertThat(Files.readString(page)).contains("&lt;script&gt;").doesNotContain("<script", "<img");
    String dom = browse(page, "--dump-dom");
    assertThat(dom)
        .contains("<title>")
        .doesNotContain("<title>owned")
        .doesNotContain("<script", "<img");
  }

  @Test
  void aBrowserDrawsTheLanes() throws Exception {
    BufferedImage wide = screenshot(pageOfANodeFailure(), 1200);

    assertThat(pixels(wide, GREEN)).isGreaterThan(3_000);
  }

  @Test
  void onAPhoneNothingStandsOutOfTheScreen() throws Exception {
    BufferedImage phone = screenshot(pageOfANodeFailure(), 500);

    int ground = phone.getRGB(0, 0);
    for (int y = 0; y < phone.getHeight(); y++) {
      assertThat(phone.getRGB(phone.getWidth() - 2, y)).isEqualTo(ground);
    }
    assertThat(pixels(phone, GREEN)).isGreaterThan(1_000);
  }

  @Test
  void darkModeIsHeeded() throws Exception {
    BufferedImage dark =
        screenshot(pageOfARelease(), 1000, "--blink-settings=preferredColorScheme=0");

    assertThat(dark.getRGB(0, 0) & 0xFFFFFF).isEqualTo(DARK);
  }

  private static int count(String text, String pattern) {
    Matcher matcher = Pattern.compile(pattern).matcher(text);
    int count = 0;
    while (matcher.find()) {
      count++;
    }
    return count;
  }

  private static long pixels(BufferedImage image, int colour) {
    long count = 0;
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        count += (image.getRGB(x, y) & 0xFFFFFF) == colour ? 1 : 0;
      }
    }
    return count;
  }

  private BufferedImage screenshot(Path page, int width, String... more) throws Exception {
    Path file = folder.resolve("page.png");
    List<String> options = new ArrayList<>(
        List.of("--hide-scrollbars", "--window-size=" + width + ",1400", "--screenshot=" + file));
    options.addAll(List.of(more));
    browse(page, options.toArray(new String[0]));
    return ImageIO.read(file.toFile());
  }

  private String browse(Path page, String... options) throws Exception {
    List<String> command = new ArrayList<>(List.of(
        browser(),
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--user-data-dir=" + folder.resolve("profile")));
    command.addAll(List.of(options));
    command.add(page.toUri().toString());
    File shown = folder.resolve("shown").toFile();
    Process process = new ProcessBuilder(command)
        .redirectOutput(shown)
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
    if (!process.waitFor(2, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      abort("the browser " + browser() + " does not answer here: the page was not looked at");
    }
    return Files.readString(shown.toPath(), StandardCharsets.UTF_8);
  }

  private static String browser() {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .flatMap(place -> BROWSERS.stream().map(name -> Path.of(place, name)))
        .filter(Files::isExecutable)
        .map(Path::toString)
        .findFirst()
        .orElseGet(() -> abort(
            "no browser is found (" + String.join(", ", BROWSERS) + "): nothing was looked at"));
  }
}
