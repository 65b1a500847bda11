package dev.seaworthy;

import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.diagnostic.Severity;
import dev.seaworthy.graph.InputObject;
import dev.seaworthy.graph.ToolHook;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.simulate.outcome.OutcomeCodes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Hooks among the objects that are played. Their tools make them before or after everything else and
 * wait for them; a dry-run makes them with everything else, and says so.
 */
final class HookOrder {

  /** More than these are counted. */
  private static final int MOST = 5;

  private static final FieldPath ANNOTATIONS = FieldPath.of("metadata", "annotations");

  private final List<InputObject> hooks = new ArrayList<>();

  /** The next object that is played. */
  void add(InputObject object) {
    if (ToolHook.of(object.resource()).isPresent()) {
      hooks.add(object);
    }
  }

  /** What there is to say, at the first of them. */
  Optional<Diagnostic> note() {
    return hooks.stream()
        .findFirst()
        .map(first -> Diagnostic.of(
                OutcomeCodes.ORDER,
                Severity.INFO,
                "hooks are played together with everything else, not before or after it: "
                    + named(),
                first.locationOf(ANNOTATIONS))
            .withSubject(first.subject())
            .withField(ANNOTATIONS.toString()));
  }

  private String named() {
    String names =
        hooks.stream().limit(MOST).map(HookOrder::title).collect(Collectors.joining(", "));
    return hooks.size() > MOST ? names + " and " + (hooks.size() - MOST) + " more" : names;
  }

  private static String title(InputObject hook) {
    String how = ToolHook.of(hook.resource())
        .map(any -> any.tool().title() + ": " + String.join(", ", any.events()))
        .orElse("");
    return hook.resource() + " (" + how + ")";
  }
}
