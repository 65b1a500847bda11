package dev.seaworthy.maven;

import java.io.IOException;
import java.net.URLClassLoader;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.Log;

/**
 * Loads the work of the plugin with its libraries where {@code sun.misc.Unsafe} is not to be found.
 * Java 24 and later warn of libraries that read memory by it; the Java of a build is not ours to start
 * with the switch that allows it. These libraries do without where they do not find it.
 */
final class OwnLibraries extends URLClassLoader {

  private static final int FIRST_TO_WARN = 24;
  private static final String UNSAFE = "sun.misc.Unsafe";

  /** What both sides must have in common to talk to each other; with it, all of Maven. */
  private static final Set<String> SHARED = Set.of(
      Lint.class.getName(),
      Choices.class.getName(),
      Task.class.getName(),
      Task.Telling.class.getName(),
      Task.Mending.class.getName());

  /** Maven itself, and what libraries log by: Maven keeps its own, and takes it out of ours. */
  private static final List<String> OF_MAVEN = List.of("org.apache.maven.", "org.slf4j.");

  private final ClassLoader plugin;

  private OwnLibraries(URLClassLoader plugin) {
    super(plugin.getURLs(), ClassLoader.getPlatformClassLoader());
    this.plugin = plugin;
  }

  /** Does the work, without a warning. */
  static void run(Choices choices, Log log) throws MojoExecutionException, MojoFailureException {
    boolean warns = Runtime.version().feature() >= FIRST_TO_WARN;
    if (warns && OwnLibraries.class.getClassLoader() instanceof URLClassLoader plugin) {
      apart(plugin, choices, log);
    } else {
      new FacadeLint().run(choices, log);
    }
  }

  private static void apart(URLClassLoader plugin, Choices choices, Log log)
      throws MojoExecutionException, MojoFailureException {
    Thread thread = Thread.currentThread();
    ClassLoader usual = thread.getContextClassLoader();
    try (OwnLibraries own = new OwnLibraries(plugin)) {
      thread.setContextClassLoader(own);
      for (Lint lint : ServiceLoader.load(Lint.class, own)) {
        lint.run(choices, log);
      }
    } catch (IOException neverOfFiles) {
      throw new MojoExecutionException("cannot close the plugin's jars", neverOfFiles);
    } finally {
      thread.setContextClassLoader(usual);
    }
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (name.equals(UNSAFE)) {
      throw new ClassNotFoundException(name);
    }
    return OF_MAVEN.stream().anyMatch(name::startsWith) || SHARED.contains(name)
        ? plugin.loadClass(name)
        : super.loadClass(name, resolve);
  }
}
