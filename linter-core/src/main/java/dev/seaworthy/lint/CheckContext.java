package dev.seaworthy.lint;

import dev.seaworthy.api.ApiCatalog;
import dev.seaworthy.api.ApiLifecycle;
import dev.seaworthy.api.Release;
import dev.seaworthy.manifest.Absent;
import dev.seaworthy.manifest.Node;
import java.util.List;
import java.util.Map;

/** What a check may ask beside the object: the rule's parameters, the settings, what the API serves. */
public record CheckContext(
    LintSettings settings,
    ApiLifecycle lifecycle,
    ApiCatalog catalog,
    Map<String, Node> parameters) {

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
    return parameter(name).items().stream().map(Node::text).toList();
  }
}
