package dev.seaworthy.simulate.scenario.observation;

import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.simulate.scenario.language.Scenario;
import dev.seaworthy.simulate.server.Answer;
import dev.seaworthy.validate.field.FieldError;
import java.util.ArrayList;
import java.util.List;

/** What was refused in a story: by the API server, or by {@code kubectl} itself. */
public final class Rejections {

  private final List<Mapping> entries = new ArrayList<>();

  /** Notes an answer if it is a refusal. */
  public void note(Scenario.Line line, Answer answer) {
    if (!answer.accepted()) {
      entries.add(new Fields()
          .put("step", line.number())
          .put("verb", line.verb())
          .put("code", answer.code())
          .put("reason", answer.reason())
          .put("message", answer.message())
          .putList("causes", answer.causes().stream().map(Rejections::cause).toList())
          .build());
    }
  }

  private static Mapping cause(FieldError cause) {
    return new Fields()
        .put("reason", cause.type().word())
        .put("field", cause.field().toString())
        .build();
  }

  /** Notes that a command gave up, with what it would print. */
  public void note(Scenario.Line line, String message) {
    entries.add(new Fields()
        .put("step", line.number())
        .put("verb", line.verb())
        .put("ok", false)
        .put("message", "error: " + message)
        .build());
  }

  public List<Mapping> all() {
    return List.copyOf(entries);
  }
}
