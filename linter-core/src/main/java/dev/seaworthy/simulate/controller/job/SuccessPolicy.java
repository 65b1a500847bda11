package dev.seaworthy.simulate.controller.job;

import dev.seaworthy.manifest.Node;
import dev.seaworthy.simulate.object.Job;
import java.util.List;
import java.util.Optional;

/** When an Indexed Job counts as complete before all of its indexes have succeeded. */
final class SuccessPolicy {

  private SuccessPolicy() {}

  /** Which rule is fulfilled by what has succeeded, in words; empty if none is. */
  static Optional<String> met(Job job, Indexes succeeded) {
    List<Node> rules = job.spec("successPolicy").get("rules").items();
    for (int i = 0; i < rules.size(); i++) {
      if (succeeded.total() > 0
          && isMet(rules.get(i), succeeded, job.completions().orElse(0L))) {
        return Optional.of("Matched rules at index " + i);
      }
    }
    return Optional.empty();
  }

  private static boolean isMet(Node rule, Indexes succeeded, long completions) {
    Optional<Long> count = rule.get("succeededCount").asLong();
    if (rule.get("succeededIndexes").isAbsent()) {
      return count.filter(wanted -> succeeded.total() >= wanted).isPresent();
    }
    Indexes wanted = Indexes.parse(rule.get("succeededIndexes").text(), completions);
    int reached = wanted.overlap(succeeded);
    return wanted.total() > 0
        && (reached == wanted.total() || count.filter(least -> reached >= least).isPresent());
  }
}
