package dev.seaworthy.project;

import dev.seaworthy.diagnostic.Diagnostic;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Walks a folder and those below it, by name, and leaves out what is ignored or hidden. */
final class FolderWalk {

  private static final String NODE_MODULES = "node_modules";
  private static final String GIT = ".git";
  private static final String OURS = ".seaworthy";

  private final Consumer<InputSource> taken;
  private final Consumer<Diagnostic> problems;
  private final Consumer<Diagnostic> passedOver;
  private final Reach reach;
  private int found;

  /** What is never left: a link to elsewhere may lead to all that a machine has. */
  private Path home = Path.of("");

  /** The folders on the way down, their links resolved: a link back to one of them is a loop. */
  private final Set<Path> entered = new HashSet<>();

  /** Where links have led: followed once each, links to links can't multiply the way. */
  private final Set<Path> followed = new HashSet<>();

  /**
   * How far to go.
   *
   * @param deep whether to enter the folders below
   * @param most how many files to take before giving up
   */
  record Reach(boolean deep, int most) {
    static final Reach ALL = new Reach(true, Integer.MAX_VALUE);
  }

  /** {@code passedOver} is told of what is hidden or ignored and might hold manifests. */
  FolderWalk(
      Consumer<InputSource> taken,
      Consumer<Diagnostic> problems,
      Consumer<Diagnostic> passedOver,
      Reach reach) {
    this.taken = taken;
    this.problems = problems;
    this.passedOver = passedOver;
    this.reach = reach;
  }

  /** Whether there may be more than it was to take. */
  boolean isAtItsEnd() {
    return found >= reach.most();
  }

  /** Takes the files below {@code folder} that are {@code wanted}. */
  void walk(Path folder, Predicate<Path> wanted) {
    try {
      Path real = folder.toRealPath();
      home = Objects.requireNonNullElse(IgnoreRules.repositoryOf(real), real);
      walk(folder.normalize(), real, IgnoreRules.above(real), wanted);
    } catch (IOException unreadable) {
      report(folder, unreadable);
    }
  }

  private void walk(Path folder, Path real, IgnoreRules outer, Predicate<Path> wanted)
      throws IOException {
    if (!entered.add(real)) {
      passedOver.accept(PassedOver.link(folder, "leads back to a folder that it lies in"));
      return;
    }
    IgnoreRules rules = outer.in(real);
    for (Path name : namesIn(folder)) {
      if (isAtItsEnd()) {
        return;
      }
      visit(folder.resolve(name), real, rules, wanted);
    }
    entered.remove(real);
  }

  private static List<Path> namesIn(Path folder) throws IOException {
    List<Path> names = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      for (Path entry : entries) {
        Path name = entry.getFileName();
        if (name != null) {
          names.add(name);
        }
      }
    } catch (DirectoryIteratorException broken) {
      throw broken.getCause();
    }
    names.sort(null);
    return names;
  }

  /** {@code realFolder} is the path's folder with its links resolved: ignore rules go by it. */
  private void visit(Path path, Path realFolder, IgnoreRules rules, Predicate<Path> wanted) {
    try {
      BasicFileAttributes attributes =
          Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      if (isHidden(path)) {
        passOverHidden(path, attributes, wanted);
      } else if (attributes.isSymbolicLink()) {
        visitLink(path, realFolder, rules, wanted);
      } else if (attributes.isDirectory()) {
        enter(path, realFolder, realFolder.resolve(path.getFileName()), rules, wanted);
      } else if (attributes.isRegularFile() && wanted.test(path)) {
        if (rules.ignores(realFolder, path, false)) {
          passedOver.accept(PassedOver.ignored(InputSource.nameOf(path)));
        } else {
          take(path);
        }
      }
    } catch (IOException unreadable) {
      if (!isHidden(path) && !rules.ignores(realFolder, path, false)) {
        report(path, unreadable);
      }
    }
  }

  /** The configuration and the baseline. */
  private static boolean isOurs(Path path) {
    return path.getFileName().toString().startsWith(OURS);
  }

  private static boolean isHidden(Path path) {
    return path.getFileName().toString().startsWith(".");
  }

  /** Git's own folder holds no manifests, and what configures the product is none. */
  private void passOverHidden(Path path, BasicFileAttributes attributes, Predicate<Path> wanted) {
    boolean mayHold = attributes.isDirectory() && !path.endsWith(GIT);

    if (isOurs(path)) {
      return;
    }
    if (mayHold && reach.deep() || attributes.isRegularFile() && wanted.test(path)) {
      passedOver.accept(PassedOver.hidden(InputSource.nameOf(path)));
    }
  }

  private void visitLink(Path path, Path realFolder, IgnoreRules rules, Predicate<Path> wanted)
      throws IOException {
    if (Files.isDirectory(path)) {
      follow(path, realFolder, rules, wanted);
    } else if (wanted.test(path)) {
      if (rules.ignores(realFolder, path, false)) {
        passedOver.accept(PassedOver.ignored(InputSource.nameOf(path)));
      } else {
        takeLinked(path);
      }
    }
  }

  private void follow(Path link, Path realFolder, IgnoreRules rules, Predicate<Path> wanted)
      throws IOException {
    Path real = link.toRealPath();
    if (realFolder.startsWith(real)) {
      passedOver.accept(PassedOver.link(link, "leads back to a folder that it lies in"));
    } else if (!real.startsWith(home)) {
      passedOver.accept(
          PassedOver.link(link, "leads out of " + home + "; name it to have it judged"));
    } else if (entered.contains(real) || followed.add(real)) {
      enter(link, realFolder, real, rules, wanted);
    } else {
      passedOver.accept(PassedOver.link(link, "leads where another link has led already"));
    }
  }

  private void takeLinked(Path link) {
    if (Files.isRegularFile(link)) {
      take(link);
    } else if (!Files.exists(link)) {
      passedOver.accept(PassedOver.link(link, "leads nowhere"));
    }
  }

  private void take(Path file) {
    found++;
    taken.accept(InputSource.of(file));
  }

  private void enter(
      Path path, Path realFolder, Path real, IgnoreRules rules, Predicate<Path> wanted)
      throws IOException {
    if (!reach.deep() || path.endsWith(NODE_MODULES)) {
      return;
    }
    if (GoModules.areIn(path)) {
      passedOver.accept(PassedOver.ofGo(InputSource.nameOf(path)));
    } else if (rules.ignores(realFolder, path, true)) {
      passedOver.accept(PassedOver.ignored(InputSource.nameOf(path)));
    } else {
      walk(path, real, rules, wanted);
    }
  }

  private void report(Path path, IOException cause) {
    problems.accept(
        InputDiscovery.unreadable(InputSource.nameOf(path), InputDiscovery.reason(cause)));
  }
}
