package dev.seaworthy.lint;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A set of rules that people ask for by name. */
public enum Profile {
  /** What runs where nobody asks for anything. */
  RECOMMENDED("recommended", Set.of("recommended")),
  STRICT("strict", Set.of("recommended", "strict")),
  SECURITY("security", Set.of("security")),
  POD_SECURITY_BASELINE("pod-security-baseline", Set.of("pod-security-baseline")),
  POD_SECURITY_RESTRICTED(
      "pod-security-restricted", Set.of("pod-security-baseline", "pod-security-restricted")),
  /** Everything that needs no parameter. */
  ALL("all", Set.of());

  private final String word;
  private final Set<String> marks;

  Profile(String word, Set<String> marks) {
    this.word = word;
    this.marks = marks;
  }

  public String word() {
    return word;
  }

  /** The profile of that name. */
  public static Optional<Profile> find(String word) {
    return List.of(values()).stream()
        .filter(profile -> profile.word.equals(word))
        .findFirst();
  }

  /** Whether the rule belongs to it. */
  public boolean includes(Rule rule) {
    return this == ALL || rule.profiles().stream().anyMatch(marks::contains);
  }

  /** Whether it repeats a level of the Pod Security admission plugin, where each finding is an error. */
  public boolean isPodSecurity() {
    return this == POD_SECURITY_BASELINE || this == POD_SECURITY_RESTRICTED;
  }
}
