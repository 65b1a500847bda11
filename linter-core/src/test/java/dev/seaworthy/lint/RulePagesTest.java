package dev.seaworthy.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds the pages in {@code docs/rules} to the rules; {@code -Dgolden=update} writes them anew. */
class RulePagesTest {

  private static final Path PAGES = Path.of("../docs/rules");
  private static final Path RULES = Path.of("../rules/src/main/resources/dev/seaworthy/rules");

  @Test
  void thePagesSayWhatTheRulesSay() throws IOException {
    Map<String, String> expected = pages();
    if ("update".equals(System.getProperty("golden"))) {
      write(expected);
    }
    assertThat(written()).isEqualTo(expected);
  }

  private static Map<String, String> pages() throws IOException {
    RuleCatalog catalog = RuleCatalog.load();
    Map<String, String> pages = new TreeMap<>();
    pages.put("README.md", RulePage.index(catalog.all()));
    pages.put("mapping.md", MappingPage.of(Mappings.of(catalog)));
    for (Rule rule : catalog.all()) {
      String page = RulePage.of(rule, catalog.documentation(rule), RULES.resolve(rule.id()));
      pages.put(rule.id() + ".md", page);
    }
    return pages;
  }

  private static void write(Map<String, String> pages) throws IOException {
    Files.createDirectories(PAGES);
    for (String old : written().keySet()) {
      Files.delete(PAGES.resolve(old));
    }
    for (Map.Entry<String, String> page : pages.entrySet()) {
      Files.writeString(PAGES.resolve(page.getKey()), page.getValue());
    }
  }

  private static Map<String, String> written() throws IOException {
    Map<String, String> written = new TreeMap<>();
    try (Stream<Path> files = Files.list(PAGES)) {
      for (Path file : files.toList()) {
        written.put(file.getFileName().toString(), Files.readString(file));
      }
    }
    return written;
  }
}
