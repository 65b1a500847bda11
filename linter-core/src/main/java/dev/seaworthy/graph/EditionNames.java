package dev.seaworthy.graph;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Words in names of files and folders by which people say that one of several is meant. */
final class EditionNames {

  /** Stages, sizes, platforms and states of a lesson. */
  private static final Set<String> WORDS = Set.of(
      "after",
      "aks",
      "aws",
      "azure",
      "bad",
      "basic",
      "before",
      "broken",
      "complete",
      "default",
      "dev",
      "devel",
      "development",
      "eks",
      "end",
      "final",
      "fixed",
      "full",
      "gcp",
      "gke",
      "good",
      "ha",
      "initial",
      "insecure",
      "k3s",
      "kind",
      "large",
      "live",
      "local",
      "medium",
      "minikube",
      "minimal",
      "new",
      "old",
      "openshift",
      "preprod",
      "prod",
      "production",
      "qa",
      "secure",
      "simple",
      "single",
      "small",
      "solution",
      "stage",
      "staging",
      "standalone",
      "start",
      "stg",
      "test",
      "testing",
      "uat",
      "wrong");

  private static final Set<String> FOLDERS =
      Set.of("demo", "demos", "example", "examples", "sample", "samples", "snippets", "testdata");

  private EditionNames() {}

  /** Whether the file's name has such a word. */
  static boolean tellOf(String file) {
    return words(file).stream().anyMatch(WORDS::contains);
  }

  /**
   * Whether the file lies in a folder of which people take one file or the other, or one after the
   * other, as the steps of a test.
   */
  static boolean tellOfFolder(String file) {
    List<String> folders = List.of(file.toLowerCase(Locale.ROOT).split("/+"));
    int last = folders.size() - 2;
    return last >= 0
        && (FOLDERS.contains(folders.get(last))
            || folders.subList(0, last + 1).stream().anyMatch(EditionNames::isOfTests));
  }

  /** Whether the file lies somewhere below such a folder. */
  static boolean tellOfSamples(String file) {
    return Stream.of(file.toLowerCase(Locale.ROOT).split("/+")).anyMatch(FOLDERS::contains);
  }

  private static boolean isOfTests(String folder) {
    return folder.startsWith("e2e") || folder.equals("kuttl") || folder.equals("chainsaw");
  }

  /** The file's name without its folders and its ending. */
  static String baseName(String file) {
    String name = file.substring(file.lastIndexOf('/') + 1);
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }

  /** The words of the file's name, without the numbers at their ends: {@code pods} of {@code pods02}. */
  static List<String> words(String file) {
    return Stream.of(baseName(file).split("[-_. ]+", -1))
        .map(word -> word.replaceFirst("(?<=\\D)\\d+$", ""))
        .toList();
  }
}
