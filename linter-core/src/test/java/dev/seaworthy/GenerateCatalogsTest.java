package dev.seaworthy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What gets into a catalogue, and what stops the build. Runs the generator as the build does. */
class GenerateCatalogsTest {

  private static final Path GENERATOR = Path.of("src/build/java/GenerateCatalogs.java");

  @TempDir
  private Path folder;

  @Test
  void listsClassesRecordsAndFamiliesBelowItsPackage() throws Exception {
    givenSource("zoo.Animal", "public interface Animal {}");
    givenSource("zoo.Bird", "public interface Bird extends Animal {}");
    givenSource("zoo.Dog", "final class Dog implements Animal {}");
    givenSource("zoo.air.Crow", "public final class Crow implements Bird {}", "zoo.Bird");
    givenSource(
        "zoo.sea.Eel", "public record Eel(zoo.Food food) implements Animal {}", "zoo.Animal");
    givenSource(
        "zoo.land.Cats",
        "public final class Cats {\n  public static List<Animal> all(Food food) {\n  }\n}",
        "zoo.Food");
    givenSource("zoo.Cage", "final class Cage<T extends Animal> {}");
    givenSource("zoo.Beast", "abstract class Beast implements Animal {}");

    String catalog = generated("zoo.Animals", "Animal", "zoo.Food food");

    assertThat(catalog)
        .contains("all(zoo.Food food)")
        .containsSubsequence(
            "all.add(new zoo.Dog());",
            "all.add(new zoo.air.Crow());",
            "all.addAll(zoo.land.Cats.all(food));",
            "all.add(new zoo.sea.Eel(food));")
        .doesNotContain("Cage", "Beast");
  }

  @Test
  void refusesAConstructorThatItCantFill() throws Exception {
    givenSource("zoo.Animal", "public interface Animal {}");
    givenSource("zoo.Dog", "final class Dog implements Animal {\n  Dog(Owner owner) {}\n}");

    assertThat(refusal("zoo.Animals", "Animal")).contains("zoo.Dog can't be listed");
  }

  @Test
  void refusesAClassOfAnotherPackageThatItCantSee() throws Exception {
    givenSource("zoo.Animal", "public interface Animal {}");
    givenSource("zoo.air.Crow", "final class Crow implements Animal {}", "zoo.Animal");

    assertThat(refusal("zoo.Animals", "Animal")).contains("zoo.air.Crow must be public");
  }

  private void givenSource(String name, String declaration, String... imports) throws IOException {
    Path file = folder.resolve("src").resolve(name.replace('.', '/') + ".java");
    StringBuilder text =
        new StringBuilder("package " + name.substring(0, name.lastIndexOf('.')) + ";\n");
    for (String imported : imports) {
      text.append("import ").append(imported).append(";\n");
    }
    Files.createDirectories(file.getParent());
    Files.writeString(file, text.append(declaration).append('\n'));
  }

  private String generated(String catalog, String... row) throws Exception {
    Process process = run(catalog, row);
    String errors = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(errors).isZero();
    return Files.readString(folder.resolve("out").resolve(catalog.replace('.', '/') + ".java"));
  }

  private String refusal(String catalog, String... row) throws Exception {
    Process process = run(catalog, row);
    String errors = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isNotZero();
    return errors;
  }

  private Process run(String catalog, String... row) throws IOException {
    var command = new java.util.ArrayList<>(java.util.List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        GENERATOR.toString(),
        folder.resolve("src").toString(),
        folder.resolve("out").toString(),
        catalog));
    command.addAll(java.util.List.of(row));
    return new ProcessBuilder(command).start();
  }
}
