package dev.seaworthy.graph;

import dev.seaworthy.api.Resource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What makes an object a hook of the tool that applies it: it is made at some events only, and as a
 * rule deleted before it is made the next time, so that no server ever sees a change of it.
 *
 * @param events when it is made, in the tool's words
 * @param deletePolicies when it is deleted; none where the object leaves it to the tool
 */
public record ToolHook(Tool tool, List<String> events, List<String> deletePolicies) {

  /** Who has hooks. */
  public enum Tool {
    HELM(
        "Helm",
        "helm.sh/hook",
        "before-hook-creation",
        "hook-succeeded",
        Set.of(
            "test",
            "test-success",
            "test-failure",
            "pre-delete",
            "post-delete",
            "pre-rollback",
            "post-rollback")),
    ARGO_CD(
        "Argo CD",
        "argocd.argoproj.io/hook",
        "BeforeHookCreation",
        "HookSucceeded",
        Set.of("PreDelete", "PostDelete", "SyncFail", "Skip"));

    private static final String POLICY_SUFFIX = "-delete-policy";

    private final String title;
    private final String annotation;
    private final String before;
    private final String succeeded;
    private final Set<String> aside;

    Tool(String title, String annotation, String before, String succeeded, Set<String> aside) {
      this.title = title;
      this.annotation = annotation;
      this.before = before;
      this.succeeded = succeeded;
      this.aside = aside;
    }

    /** Its name in sentences. */
    public String title() {
      return title;
    }
  }

  public ToolHook {
    events = List.copyOf(events);
    deletePolicies = List.copyOf(deletePolicies);
  }

  /** The hook that {@code object} is; of both tools, as Argo CD heeds Helm's hooks where it has none. */
  public static Optional<ToolHook> of(Resource object) {
    return Arrays.stream(Tool.values())
        .filter(tool -> object.annotations().containsKey(tool.annotation))
        .findFirst()
        .map(tool -> new ToolHook(
            tool,
            words(object, tool.annotation),
            words(object, tool.annotation + Tool.POLICY_SUFFIX)));
  }

  private static List<String> words(Resource object, String annotation) {
    return Arrays.stream(object.annotations().getOrDefault(annotation, "").split(",", -1))
        .map(String::strip)
        .filter(word -> !word.isEmpty())
        .toList();
  }

  /** Whether the former one is gone before it is made again: so it is unless it says otherwise. */
  public boolean isRecreated() {
    return deletePolicies.isEmpty()
        || deletePolicies.contains(tool.before)
        || isDeletedAfterwards();
  }

  /** Whether it is gone as soon as all went well. */
  public boolean isDeletedAfterwards() {
    return deletePolicies.contains(tool.succeeded);
  }

  /** Whether no install, upgrade or sync makes it: tests, and what is for going away or back. */
  public boolean isAside() {
    return !events.isEmpty() && tool.aside.containsAll(events);
  }
}
