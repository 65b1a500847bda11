package dev.seaworthy;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The generated catalogues have every class that was written for them. */
class CatalogsTest {

  private static final Path GENERATED = Path.of("target/generated-sources/catalogs");

  private static final JavaClasses CLASSES = new ClassFileImporter()
      .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
      .importPackages("dev.seaworthy");

  @TestFactory
  Stream<DynamicTest> aCatalogHasEveryClassOfItsType() throws IOException {
    try (Stream<Path> files = Files.walk(GENERATED)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .map(CatalogsTest::catalogIn)
          .sorted()
          .toList()
          .stream()
          .map(name -> DynamicTest.dynamicTest(name, () -> isComplete(CLASSES.get(name))));
    }
  }

  private static String catalogIn(Path file) {
    String path = GENERATED.relativize(file).toString();
    return path.substring(0, path.length() - ".java".length())
        .replace(file.getFileSystem().getSeparator(), ".");
  }

  private static void isComplete(JavaClass catalog) {
    JavaClass element = catalog.getMethods().stream()
        .filter(method -> method.getName().equals("all"))
        .flatMap(method -> method.getReturnType().getAllInvolvedRawTypes().stream())
        .filter(type -> type.getName().startsWith("dev.seaworthy."))
        .collect(Collectors.collectingAndThen(Collectors.toSet(), CatalogsTest::only));

    Set<JavaClass> written = CLASSES.stream()
        .filter(type -> type.isTopLevelClass() && type.isAssignableTo(element.getName()))
        .filter(type -> !type.equals(element))
        .filter(type -> !type.isInterface() && !type.getModifiers().contains(JavaModifier.ABSTRACT))
        .collect(Collectors.toSet());
    Set<JavaClass> listed = Stream.concat(
            catalog.getConstructorCallsFromSelf().stream(),
            catalog.getMethodCallsFromSelf().stream())
        .map(call -> call.getTargetOwner())
        .collect(Collectors.toSet());

    assertThat(listed)
        .as("what %s lists; a class that it misses lies outside its package", catalog.getName())
        .containsAll(written);
    assertThat(listed.stream().filter(type -> type.getName().startsWith("dev.seaworthy.")))
        .as("the catalogue is not empty")
        .isNotEmpty();
  }

  private static JavaClass only(Set<JavaClass> types) {
    assertThat(types).hasSize(1);
    return types.iterator().next();
  }
}
