package dev.seaworthy.simulate.scenario;

import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.manifest.Document;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Reading;
import dev.seaworthy.manifest.ValueProblems;
import dev.seaworthy.simulate.scenario.language.ScenarioFile;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Images of which a story says how they behave, and that nothing of it names: what is to go wrong
 * would not, and the story pass.
 */
final class UnusedImages {

  private UnusedImages() {}

  /** What to say of them; {@code manifests} are the texts that the story applies. */
  static List<Diagnostic> of(String file, Reading story, Collection<String> manifests) {
    ValueProblems problems = new ValueProblems(ScenarioFile.CODE, file);
    Node root = story.documents().stream().map(Document::root).findFirst().orElse(Mapping.EMPTY);
    if (root.get("images").size() > 0) {
      List<String> texts = new ArrayList<>(manifests);
      texts.add(root.get("steps").toJson());
      root.get("images").entries().stream()
          .filter(entry -> texts.stream().noneMatch(text -> text.contains(entry.key())))
          .forEach(entry -> problems.report(
              entry.keySpan(),
              "no manifest and no step of the story names the image '" + entry.key() + "'"));
    }
    return problems.all();
  }
}
