package dev.seaworthy.validate;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.api.Resource;
import dev.seaworthy.validate.admission.ClusterFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Facts about a cluster that keep in mind what was asked, to tell whether it would be answered alike. */
final class RecordedFacts implements ClusterFacts {

  private record Question(GroupKind kind, String namespace, Optional<String> name) {

    List<Resource> ask(ClusterFacts facts) {
      return name.isPresent()
          ? facts.find(kind, namespace, name.get()).map(List::of).orElse(List.of())
          : facts.list(kind, namespace);
    }
  }

  private record Exchange(Question question, List<Resource> answer) {

    /** Objects are replaced, never changed, so the same ones say the same. */
    boolean isRepeatedBy(ClusterFacts facts) {
      List<Resource> now = question.ask(facts);
      if (now.size() != answer.size()) {
        return false;
      }
      for (int i = 0; i < now.size(); i++) {
        if (now.get(i) != answer.get(i)) {
          return false;
        }
      }
      return true;
    }
  }

  private final ClusterFacts facts;
  private final List<Exchange> exchanges = new ArrayList<>(4);

  RecordedFacts(ClusterFacts facts) {
    this.facts = facts;
  }

  @Override
  public Optional<Resource> find(GroupKind kind, String namespace, String name) {
    List<Resource> found = asked(new Question(kind, namespace, Optional.of(name)));
    return found.isEmpty() ? Optional.empty() : Optional.of(found.get(0));
  }

  @Override
  public List<Resource> list(GroupKind kind, String namespace) {
    return asked(new Question(kind, namespace, Optional.empty()));
  }

  private List<Resource> asked(Question question) {
    List<Resource> answer = List.copyOf(question.ask(facts));
    exchanges.add(new Exchange(question, answer));
    return answer;
  }

  @Override
  public boolean knowsAll(GroupKind kind) {
    return facts.knowsAll(kind);
  }

  /** Whether {@code others} answer all that was asked alike. */
  boolean stillHold(ClusterFacts others) {
    for (Exchange exchange : exchanges) {
      if (!exchange.isRepeatedBy(others)) {
        return false;
      }
    }
    return true;
  }
}
