package dev.seaworthy.project;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Folders of roles of Ansible: what lies in {@code templates} beside {@code tasks/main.yml} is filled
 * in by Jinja, whose marks stand in quotes and so are YAML already. Each role may be for a cluster of
 * its own. Safe for use by several threads.
 */
public final class AnsibleRoles {

  private static final Path TEMPLATES = Path.of("templates");

  private final Map<Path, Boolean> roles = new ConcurrentHashMap<>();

  /** Whether {@code file}, an absolute path, is a template of a role. */
  boolean isTemplate(Path file) {
    for (@Nullable Path folder = file.getParent(); folder != null; folder = folder.getParent()) {
      @Nullable Path above = folder.getParent();
      if (TEMPLATES.equals(folder.getFileName()) && above != null && isRole(above)) {
        return true;
      }
    }
    return false;
  }

  /** The folder of the role that {@code file}, an absolute path, is a part of. */
  public Optional<Path> roleOf(Path file) {
    for (@Nullable Path folder = file.getParent(); folder != null; folder = folder.getParent()) {
      if (isRole(folder)) {
        return Optional.of(folder);
      }
    }
    return Optional.empty();
  }

  private boolean isRole(Path folder) {
    return roles.computeIfAbsent(folder, AnsibleRoles::hasTasks);
  }

  private static boolean hasTasks(Path folder) {
    Path tasks = folder.resolve("tasks");
    return Files.isRegularFile(tasks.resolve("main.yml"))
        || Files.isRegularFile(tasks.resolve("main.yaml"));
  }
}
