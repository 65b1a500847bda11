package dev.seaworthy;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The direction of dependencies: a package uses only those before it in this list. */
class ArchitectureTest {

  private static final List<String> ORDER = List.of(
      "diagnostic",
      "manifest",
      "api",
      "apply",
      "cel",
      "validate",
      "graph",
      "lint",
      "simulate",
      "project",
      "judge",
      "explain",
      "report");

  private static final JavaClasses CLASSES = new ClassFileImporter()
      .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
      .importPackages("dev.seaworthy");

  @TestFactory
  Stream<DynamicTest> aPackageUsesOnlyThoseBeforeIt() {
    return ORDER.stream()
        .map(name -> DynamicTest.dynamicTest(
            name,
            () -> noClasses()
                .that()
                .resideInAPackage("dev.seaworthy." + name + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(packagesAfter(name))
                .allowEmptyShould(true)
                .check(CLASSES)));
  }

  private static String[] packagesAfter(String name) {
    Stream<String> later = ORDER.stream().skip(ORDER.indexOf(name) + 1L);
    return Stream.concat(
            later.map(n -> "dev.seaworthy." + n + ".."),
            Stream.of("dev.seaworthy", "dev.seaworthy.build.."))
        .toArray(String[]::new);
  }

  @Test
  void noTwoPackagesNeedEachOther() {
    slices().matching("dev.seaworthy.(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void noTwoSubpackagesNeedEachOther() {
    slices().matching("dev.seaworthy.(**)").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void reflectionIsNotUsed() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAPackage("java.lang.reflect..")
        .check(CLASSES);
  }

  @Test
  void everyPackageTellsItsJob() throws IOException {
    Path sources = Path.of("src/main/java/dev/seaworthy");
    try (Stream<Path> files = Files.walk(sources)) {
      List<Path> untold = files
          .filter(file -> file.toString().endsWith(".java"))
          .map(Path::getParent)
          .distinct()
          .filter(folder -> !folder.equals(sources))
          .filter(folder -> !Files.exists(folder.resolve("package-info.java")))
          .toList();
      assertThat(untold).as("packages without package-info.java").isEmpty();
    }
  }
}
