package dev.seaworthy.lint;

import dev.seaworthy.api.ApiCatalog;
import dev.seaworthy.api.ApiLifecycle;
import dev.seaworthy.api.Release;
import dev.seaworthy.manifest.Absent;
import dev.seaworthy.manifest.Node;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a check may ask beside the object: the rule's parameters, the settings, what the API serves. It
 * is the same for all objects of a run.
 */
public final class CheckContext {

  private final LintSettings settings;
  private final ApiLifecycle lifecycle;
  private final ApiCatalog catalog;
  private final Map<String, Node> parameters;
  private final Map<String, List<String>> texts = new HashMap<>();
  private final Map<Class<?>, Object> prepared = new ConcurrentHashMap<>(2);

  public CheckContext(
      LintSettings settings,
      ApiLifecycle lifecycle,
      ApiCatalog catalog,
      Map<String, Node> parameters) {
    this.settings = settings;
    this.lifecycle = lifecycle;
    this.catalog = catalog;
    this.parameters = parameters;
    for (Map.Entry<String, Node> parameter : parameters.entrySet()) {
      if (parameter.getValue().isSequence()) {
        texts.put(parameter.getKey(), textsOf(parameter.getValue()));
      }
    }
  }

  private static List<String> textsOf(Node list) {
    String[] texts = new String[list.size()];
    for (int i = 0; i < texts.length; i++) {
      texts[i] = list.get(i).text();
    }
    return List.of(texts);
  }

  public LintSettings settings() {
    return settings;
  }

  public ApiLifecycle lifecycle() {
    return lifecycle;
  }

  public ApiCatalog catalog() {
    return catalog;
  }

  public Map<String, Node> parameters() {
    return parameters;
  }

  public Release release() {
    return settings.release();
  }

  /** The value of a parameter; absent only if the rule has no such parameter. */
  public Node parameter(String name) {
    return parameters.getOrDefault(name, Absent.INSTANCE);
  }

  /** The release that a parameter names; that of the settings where it is empty. */
  public Release releaseOr(String name) {
    return Release.parse(parameter(name).text()).orElse(release());
  }

  /** Whether a profile that repeats the Pod Security admission plugin runs. */
  public boolean isPodSecurity() {
    return settings.profile().isPodSecurity();
  }

  public boolean isProfile(RuleProfile profile) {
    return settings.profile() == profile;
  }

  /** The texts of a parameter that is a list. */
  public List<String> texts(String name) {
    return texts.getOrDefault(name, List.of());
  }

  /**
   * What a check makes of the parameters, made when it is first asked for and kept for the objects
   * that follow. Of two threads that make it, either one's counts.
   */
  public <T> T prepared(Class<T> kind, Function<CheckContext, T> make) {
    @Nullable Object made = prepared.get(kind);
    if (made == null) {
      made = make.apply(this);
      prepared.put(kind, made);
    }
    return kind.cast(made);
  }
}
