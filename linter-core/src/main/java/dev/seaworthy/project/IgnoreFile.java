package dev.seaworthy.project;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.ignore.FastIgnoreRule;
import org.eclipse.jgit.ignore.IgnoreNode;
import org.jspecify.annotations.Nullable;

/** One ignore file in git's syntax. */
final class IgnoreFile {

  private final Path folder;
  private final IgnoreNode rules;

  private IgnoreFile(Path folder, IgnoreNode rules) {
    this.folder = folder;
    this.rules = rules;
  }

  static IgnoreFile read(Path folder, Path file) throws IOException {
    IgnoreNode rules = new IgnoreNode();
    try (InputStream in = Files.newInputStream(file)) {
      rules.parse(file.toString(), in);
    }
    return new IgnoreFile(folder, rules);
  }

  /**
   * Patterns that somebody wrote elsewhere than in a file; paths count from {@code folder}.
   *
   * @throws IllegalArgumentException if one of them means nothing
   */
  static IgnoreFile of(Path folder, List<String> patterns) {
    List<FastIgnoreRule> rules = new ArrayList<>();
    for (String pattern : patterns) {
      FastIgnoreRule rule = new FastIgnoreRule(pattern);
      if (rule.isEmpty()) {
        throw new IllegalArgumentException("the pattern '" + pattern
            + "' matches nothing; write the name of a file or folder, or such as charts/**");
      }
      rules.add(rule);
    }
    return new IgnoreFile(folder, new IgnoreNode(rules));
  }

  /** Whether {@code path} is left out; null if no rule speaks of it. */
  @Nullable
  Boolean decide(Path path, boolean isFolder) {
    String relative = folder.relativize(path).toString().replace(File.separatorChar, '/');
    return rules.checkIgnored(relative, isFolder);
  }
}
