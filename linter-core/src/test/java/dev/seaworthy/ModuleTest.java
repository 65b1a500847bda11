package dev.seaworthy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.lang.module.FindException;
import java.lang.module.ModuleFinder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program that is a module uses the product as one. */
class ModuleTest {

  private static final String PROGRAM = """
      package shop;

      import dev.seaworthy.Input;
      import dev.seaworthy.Seaworthy;

      public final class Main {
        public static void main(String[] args) {
          Seaworthy.usual().lint(Input.text("pod.yaml", args[0])).findings()
              .forEach(finding -> System.out.println(finding.place() + ": " + finding.code()));
        }
      }
      """;

  @TempDir
  Path folder;

  @BeforeEach
  void aProgramThatRequiresTheModule() throws IOException {
    Files.writeString(
        folder.resolve("module-info.java"), "module shop { requires dev.seaworthy; }");
  }

  @Test
  void lintsInThreeLines() throws Exception {
    assertThat(compile(PROGRAM)).isEmpty();

    String output = run("{apiVersion: v1, kind: Pod, metadata: {name: web}, "
        + "spec: {containers: [{name: web, image: nginx}]}}");

    assertThat(output).contains("pod.yaml:1:91: image-tag-mutable");
  }

  @Test
  void seesNothingThatIsNotExported() throws IOException {
    String nosy = PROGRAM.replace(
        "import dev.seaworthy.Input;",
        "import dev.seaworthy.Input;\nimport dev.seaworthy.validate.ApiServer;");

    assertThat(compile(nosy)).contains("package dev.seaworthy.validate is not visible");
  }

  private String compile(String program) throws IOException {
    Path source = folder.resolve("shop/Main.java");
    Files.createDirectories(source.getParent());
    Files.writeString(source, program);
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter complaints = new StringWriter();
    compiler
        .getTask(
            complaints,
            null,
            null,
            List.of("-p", modulePath(), "-d", folder.resolve("out").toString()),
            null,
            compiler
                .getStandardFileManager(null, null, null)
                .getJavaFileObjects(folder.resolve("module-info.java"), source))
        .call();
    return complaints.toString();
  }

  private String run(String argument) throws IOException, InterruptedException {
    Path output = folder.resolve("output.txt");
    Process java = new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-p",
            modulePath() + File.pathSeparator + folder.resolve("out"),
            "-cp",
            join(jars(false)),
            "-m",
            "shop/shop.Main",
            argument)
        .redirectErrorStream(true)
        .redirectOutput(output.toFile())
        .start();
    java.waitFor();
    return Files.readString(output);
  }

  private static String modulePath() {
    return join(jars(true));
  }

  /** What a build tool puts on the module path, which is what is required, and what it leaves. */
  private static List<Path> jars(boolean onModulePath) {
    List<Path> libraries = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
      Path path = Path.of(entry);
      if (!path.endsWith("test-classes") && Files.exists(path)) {
        libraries.add(path);
      }
    }
    Set<Path> required = required(
        ModuleFinder.of(libraries.stream().filter(ModuleTest::isModule).toArray(Path[]::new)));
    return libraries.stream()
        .filter(path -> required.contains(path.toAbsolutePath()) == onModulePath)
        .toList();
  }

  private static Set<Path> required(ModuleFinder modules) {
    return ModuleLayer.boot()
        .configuration()
        .resolve(modules, ModuleFinder.of(), Set.of("dev.seaworthy"))
        .modules()
        .stream()
        .map(module -> Path.of(module.reference().location().orElseThrow()))
        .collect(Collectors.toSet());
  }

  private static boolean isModule(Path path) {
    try {
      return ModuleFinder.of(path).findAll().stream()
          .anyMatch(module -> !module.descriptor().isAutomatic());
    } catch (FindException noName) {
      return false;
    }
  }

  private static String join(List<Path> paths) {
    return paths.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
  }
}
