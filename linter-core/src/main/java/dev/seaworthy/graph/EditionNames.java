package dev.seaworthy.graph;

import java.util.List;
import java.util.Locale;
import java.util.Set;

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

  /** Whether the file lies in a folder of which people take one file or the other. */
  static boolean tellOfFolder(String file) {
    int end = file.lastIndexOf('/');
    String folder = end < 0 ? "" : file.substring(file.lastIndexOf('/', end - 1) + 1, end);
    return FOLDERS.contains(folder.toLowerCase(Locale.ROOT));
  }

  /** The file's name without its folders and its ending. */
  static String baseName(String file) {
    String name = file.substring(file.lastIndexOf('/') + 1);
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }

  /** The words of the file's name. */
  static List<String> words(String file) {
    return List.of(baseName(file).split("[-_. ]+", -1));
  }
}
