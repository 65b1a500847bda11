package dev.seaworthy.lint;

import java.util.List;
import java.util.Optional;

/** A set of rules that people ask for by name. */
public enum RuleProfile {
  /** What runs where nobody asks for anything. */
  RECOMMENDED("recommended"),
  STRICT("strict"),
  SECURITY("security"),
  POD_SECURITY_BASELINE("pod-security-baseline"),
  POD_SECURITY_RESTRICTED("pod-security-restricted"),
  /** Everything that needs no parameter. */
  ALL("all");

  private final String word;

  RuleProfile(String word) {
    this.word = word;
  }

  public String word() {
    return word;
  }

  /** The profile of that name. */
  public static Optional<RuleProfile> find(String word) {
    return List.of(values()).stream()
        .filter(profile -> profile.word.equals(word))
        .findFirst();
  }

  /** Whether the rule belongs to it. */
  public boolean includes(Rule rule) {
    return switch (this) {
      case ALL -> true;
      case STRICT -> isMarked(rule, this) || isMarked(rule, RECOMMENDED);
      case POD_SECURITY_RESTRICTED -> isMarked(rule, this) || isMarked(rule, POD_SECURITY_BASELINE);
      default -> isMarked(rule, this);
    };
  }

  private static boolean isMarked(Rule rule, RuleProfile profile) {
    return rule.profiles().contains(profile.word);
  }

  /** Whether it repeats a level of the Pod Security admission plugin, where each finding is an error. */
  public boolean isPodSecurity() {
    return this == POD_SECURITY_BASELINE || this == POD_SECURITY_RESTRICTED;
  }
}
