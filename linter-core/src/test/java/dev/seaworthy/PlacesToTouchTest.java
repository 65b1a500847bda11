package dev.seaworthy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The table "Where things go" of CONTRIBUTING.md: the places are there, and what lies in them is found. */
class PlacesToTouchTest {

  private static final Path ROOT = Path.of("..");
  private static final Path SOURCES = Path.of("src/main/java");
  private static final Path CATALOGS = Path.of("target/generated-sources/catalogs");
  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| (an? [^|]+) \\| ([^|]+) \\| ([^|]+) \\|$");
  private static final Pattern CODE = Pattern.compile("`([^`]+)`");

  /** A row: what to add, where, and by what it is found. */
  private record Place(String thing, String where, List<String> foundBy) {

    boolean isPackage() {
      return where.startsWith("dev.seaworthy.");
    }

    /** The folder; what follows, up to the first word in capitals, is for the writer to fill in. */
    Path folder() {
      return isPackage()
          ? SOURCES.resolve(where.replace('.', '/'))
          : ROOT.resolve(where.replaceFirst("/[A-Z]+[/.].*", ""));
    }
  }

  @Test
  void theTableHasWhatPeopleAdd() throws IOException {
    assertThat(places())
        .extracting(Place::thing)
        .contains(
            "a rule",
            "a condition on one field",
            "a default",
            "a condition across fields",
            "an admission plug-in",
            "a CEL function",
            "a controller",
            "a scheduler filter or score",
            "an output format",
            "a scenario verb");
  }

  @TestFactory
  Stream<DynamicTest> thePlaceIsThereAndSomethingLiesInIt() throws IOException {
    return places().stream()
        .map(place -> DynamicTest.dynamicTest(place.thing(), () -> {
          try (Stream<Path> files = Files.walk(place.folder())) {
            assertThat(files.filter(Files::isRegularFile)).isNotEmpty();
          }
        }));
  }

  @TestFactory
  Stream<DynamicTest> whatLiesInAPackageIsFoundByItsType() throws IOException {
    return places().stream()
        .filter(Place::isPackage)
        .map(place -> DynamicTest.dynamicTest(
            place.thing(),
            () -> assertThat(place.foundBy())
                .isNotEmpty()
                .allSatisfy(type -> assertThat(lister(type)).contains(place.where()))));
  }

  /** The text of the generated catalogue of a type. */
  private static String lister(String type) throws IOException {
    Pattern listed = Pattern.compile("List<(?:[\\w.]+\\.)?" + type + "> all\\(");
    try (Stream<Path> files = Files.walk(CATALOGS)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".java")).toList()) {
        String text = Files.readString(file);
        if (listed.matcher(text).find()) {
          return text;
        }
      }
    }
    return "nothing lists " + type;
  }

  private static List<Place> places() throws IOException {
    return ROW.matcher(Files.readString(ROOT.resolve("CONTRIBUTING.md")))
        .results()
        .map(row -> new Place(row.group(1), codes(row.group(2)).get(0), codes(row.group(3))))
        .toList();
  }

  private static List<String> codes(String cell) {
    return CODE.matcher(cell).results().map(code -> code.group(1)).toList();
  }
}
