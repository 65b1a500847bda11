package dev.seaworthy.project.kustomize;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.seaworthy.api.GroupVersionKind;
import dev.seaworthy.api.selector.LabelSelector;
import dev.seaworthy.cel.GoPattern;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which objects a {@code target} or {@code select} of a kustomization means; its words are patterns. */
final class Selection {

  private static final List<String> WORDS =
      List.of("group", "version", "kind", "name", "namespace");

  private final Map<String, Pattern> patterns = new HashMap<>();
  private final Map<String, String> words = new HashMap<>();
  private final LabelSelector labels;
  private final LabelSelector annotations;

  private Selection(Node target) {
    this.labels = LabelSelector.parse(target.get("labelSelector").text());
    this.annotations = LabelSelector.parse(target.get("annotationSelector").text());
  }

  /** The selection that {@code target} of {@code layer} describes. */
  static Selection of(Node target, Layer layer) throws BuildFailure {
    Selection selection = new Selection(target);
    for (String word : WORDS) {
      String pattern = target.get(word).text();
      if (!pattern.isEmpty()) {
        layer.workshop().budget().expression(pattern, layer.mention(target.get(word)));
        selection.patterns.put(word, compiled(pattern, layer, target.get(word)));
      }
    }
    return selection;
  }

  /** The one that {@code source} describes, whose words are taken literally. */
  static Selection literal(Node source) {
    Selection selection = new Selection(Mapping.EMPTY);
    for (String word : WORDS) {
      String value = source.get(word).text();
      if (!value.isEmpty()) {
        selection.words.put(word, value);
      }
    }
    return selection;
  }

  private static Pattern compiled(String pattern, Layer layer, Node place) throws BuildFailure {
    try {
      return GoPattern.compile(pattern);
    } catch (PatternSyntaxException none) {
      throw layer.failure("'" + pattern + "' is no pattern (" + none.getDescription() + ")", place);
    }
  }

  boolean selects(Member member) {
    GroupVersionKind gvk = member.id().gvk();
    return matches("group", gvk.group())
        && matches("version", gvk.version())
        && matches("kind", gvk.kind())
        && member.allIds().anyMatch(this::isCalled)
        && labels.matches(written("labels", member))
        && annotations.matches(written("annotations", member));
  }

  private boolean isCalled(ObjectId id) {
    return matches("name", id.name()) && matches("namespace", id.namespace());
  }

  private boolean matches(String word, String value) {
    if (!words.getOrDefault(word, value).equals(value)) {
      return false;
    }
    Pattern pattern = patterns.get(word);
    return pattern == null || pattern.pattern().equals(value) || pattern.matches(value);
  }

  private static Map<String, String> written(String where, Member member) {
    return member.root().at("metadata", where) instanceof Mapping given
        ? given.strings()
        : Map.of();
  }
}
