package dev.seaworthy.project;

import dev.seaworthy.manifest.Node;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The images that Skaffold builds, by {@code build.artifacts} of its configurations: it writes what it
 * has built, with tag or digest, in the place of such a name. Safe for use by several threads.
 */
final class SkaffoldImages {

  private static final String GROUP = "skaffold/";

  private static final List<String> FILES = List.of("skaffold.yaml", "skaffold.yml");

  private final QuietReader reader = new QuietReader();
  private final Map<Path, Set<String>> byFolder = new ConcurrentHashMap<>();

  /** The names of those that a configuration beside or above {@code file}, an absolute path, has. */
  Set<String> around(Path file) {
    return above(file.getParent());
  }

  private Set<String> above(@Nullable Path folder) {
    if (folder == null) {
      return Set.of();
    }
    Set<String> known = byFolder.get(folder);
    if (known != null) {
      return known;
    }
    Set<String> outer = Files.exists(folder.resolve(".git")) ? Set.of() : above(folder.getParent());
    Set<String> names = with(outer, in(folder));
    byFolder.put(folder, names);
    return names;
  }

  private static Set<String> with(Set<String> outer, Set<String> own) {
    if (own.isEmpty()) {
      return outer;
    }
    Set<String> both = new HashSet<>(outer);
    both.addAll(own);
    return both;
  }

  private Set<String> in(Path folder) {
    Set<String> names = new HashSet<>();
    for (String name : FILES) {
      Path file = folder.resolve(name);
      if (Files.isRegularFile(file)) {
        reader.documents(file).forEach(document -> addFrom(document.root(), names));
      }
    }
    return names;
  }

  private static void addFrom(Node root, Set<String> names) {
    if (root.get("apiVersion").text().startsWith(GROUP)) {
      for (Node artifact : root.at("build", "artifacts").items()) {
        names.add(artifact.get("image").text());
      }
    }
  }
}
