package dev.seaworthy.maven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A small project that uses the plugin just built, and real Maven to build it with. */
final class MavenProject {

  private static final Path ROOT =
      Path.of(System.getProperty("seaworthy.root")).toAbsolutePath().normalize();
  private static final String VERSION = System.getProperty("seaworthy.version");
  private static final String LOCAL = System.getProperty("seaworthy.localRepository");

  private final Path folder;
  private final Path repository;

  private MavenProject(Path folder, Path repository) {
    this.folder = folder;
    this.repository = repository;
  }

  /** What a build did. */
  record Build(int status, String output) {}

  /** A project in {@code folder} whose build runs the plugin with {@code configuration}. */
  static MavenProject in(Path folder, String configuration) throws IOException {
    return with(folder, PLUGIN.formatted(VERSION, configuration));
  }

  /** The element {@code <plugin>} that a page of the documentation shows. */
  static String pluginOf(String page) throws IOException {
    String text = Files.readString(ROOT.resolve(page));
    String end = "</plugin>";
    return text.substring(text.indexOf("<plugin>"), text.indexOf(end) + end.length());
  }

  /** A project in {@code folder} with this {@code <plugin>}. */
  static MavenProject with(Path folder, String plugin) throws IOException {
    Path repository = Files.createDirectories(folder.resolve("repository"));
    install(repository, "seaworthy", ROOT, "pom.xml", "pom");
    for (String module : List.of("linter-core", "linter-maven-plugin")) {
      String artifact =
          module.equals("linter-core") ? "seaworthy-linter-core" : "seaworthy-maven-plugin";
      install(repository, artifact, ROOT.resolve(module), "pom.xml", "pom");
      install(
          repository,
          artifact,
          ROOT.resolve(module).resolve("target"),
          artifact + "-" + VERSION + ".jar",
          "jar");
    }
    Path project = Files.createDirectories(folder.resolve("project"));
    Files.writeString(project.resolve("pom.xml"), POM.formatted(plugin));
    return new MavenProject(project, repository);
  }

  /** A build of one module, which runs the plugin. */
  static MavenProject ofModule(Path folder, String module, String configuration)
      throws IOException {
    MavenProject all = in(folder, configuration);
    Path own = Files.createDirectories(all.folder.resolve(module));
    Files.move(all.folder.resolve("pom.xml"), own.resolve("pom.xml"));
    Files.writeString(all.folder.resolve("pom.xml"), ROOT_POM.formatted(module));
    return all;
  }

  private static final String ROOT_POM = """
      <project xmlns="http://maven.apache.org/POM/4.0.0">
        <modelVersion>4.0.0</modelVersion>
        <groupId>example</groupId>
        <artifactId>all</artifactId>
        <version>1</version>
        <packaging>pom</packaging>
        <modules><module>%s</module></modules>
      </project>
      """;

  private static final String POM = """
      <project xmlns="http://maven.apache.org/POM/4.0.0">
        <modelVersion>4.0.0</modelVersion>
        <groupId>example</groupId>
        <artifactId>shop</artifactId>
        <version>1</version>
        <packaging>pom</packaging>
        <build>
          <plugins>
            %s
          </plugins>
        </build>
      </project>
      """;

  private static final String PLUGIN = """
      <plugin>
        <groupId>dev.seaworthy</groupId>
        <artifactId>seaworthy-maven-plugin</artifactId>
        <version>%s</version>
        <configuration>%s</configuration>
        <executions><execution><goals><goal>lint</goal></goals></execution></executions>
      </plugin>
      """;

  private static void install(Path repository, String artifact, Path from, String file, String type)
      throws IOException {
    Path target = repository.resolve("dev/seaworthy/" + artifact + "/" + VERSION);
    Files.createDirectories(target);
    Files.copy(
        from.resolve(file),
        target.resolve(artifact + "-" + VERSION + "." + type),
        StandardCopyOption.REPLACE_EXISTING);
  }

  MavenProject file(String path, String content) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);
    return this;
  }

  Path file(String path) {
    return folder.resolve(path);
  }

  /** Runs Maven; what this build has fetched already is not fetched again. */
  Build run(String... arguments) throws IOException, InterruptedException {
    Path output = folder.resolve("output.txt");
    List<String> command = new ArrayList<>(List.of(
        ROOT.resolve("mvnw").toString(),
        "-B",
        "-f",
        folder.resolve("pom.xml").toString(),
        "-Dmaven.repo.local=" + repository,
        "-Dmaven.repo.local.tail=" + LOCAL,
        "-Dmaven.repo.local.tail.ignoreAvailability=true"));
    command.addAll(List.of(arguments));
    Process maven = new ProcessBuilder(command)
        .directory(ROOT.toFile())
        .redirectErrorStream(true)
        .redirectOutput(output.toFile())
        .start();
    if (!maven.waitFor(5, TimeUnit.MINUTES)) {
      maven.destroyForcibly();
    }
    return new Build(maven.waitFor(), Files.readString(output));
  }
}
