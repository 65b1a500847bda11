package dev.seaworthy.lint.check;

import dev.seaworthy.api.catalog.KnownKinds;
import dev.seaworthy.graph.InputObject;
import dev.seaworthy.lint.CheckContext;
import dev.seaworthy.lint.Finding;
import dev.seaworthy.lint.ObjectCheck;
import dev.seaworthy.lint.Wildcard;
import dev.seaworthy.manifest.FieldPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Marks of templates, and words that stand for a value still to come. */
final class ObjectPlaceholderLeft implements ObjectCheck {

  /** Programs and templates read these; marks in them are theirs. */
  private static final Set<String> FREE_TEXT =
      Set.of("data", "stringData", "binaryData", "args", "command", "parameters");

  private static final String ANNOTATIONS = "annotations";

  /**
   * What only Helm fills in; other marks in annotations and in the environment are for whoever reads
   * these.
   */
  private static final List<String> OF_HELM =
      List.of(".Values.", ".Release.", ".Chart.", "$.Template.", "include \"", "include (");

  private static final Set<String> DEFINITIONS = Set.of("CustomResourceDefinition", "Template");

  @Override
  public List<Finding> check(InputObject object, CheckContext context) {
    List<Finding> findings = new ArrayList<>();
    boolean hasLanguageOfItsOwn =
        context.texts("templatingGroups").contains(object.kind().group())
            || DEFINITIONS.contains(object.kind().kind());
    if (!hasLanguageOfItsOwn) {
      Set<String> marks = context.prepared(Marks.class, Marks::of).texts();
      Search search = new Search(object, context, marks, findings);
      if (Texts.haveAny(object.resource().root(), search::mayBePlaceholder)) {
        Texts.visit(object.resource().root(), search);
      }
    }
    return findings;
  }

  private record Marks(Set<String> texts) {

    static Marks of(CheckContext context) {
      return new Marks(Set.copyOf(context.texts("marks")));
    }
  }

  private record Search(
      InputObject object, CheckContext context, Set<String> marks, List<Finding> findings)
      implements Texts.Visitor {

    @Override
    public boolean enters(FieldPath place) {
      return !FREE_TEXT.contains(place.lastStep());
    }

    @Override
    public void visit(FieldPath place, String text) {
      if (isPlaceholder(place, text) && !isIgnored(place)) {
        findings.add(Finding.at(object, place, "'" + text + "' is still to be filled in"));
      }
    }

    /** Whether it is one in some places. */
    boolean mayBePlaceholder(String text) {
      return isMark(text) || isTemplated(text);
    }

    private boolean isMark(String text) {
      return marks.contains(text.strip());
    }

    private boolean isPlaceholder(FieldPath place, String text) {
      return isMark(text) && !isAnnotation(place)
          || isTemplated(text)
              && (isBuiltIn() || place.toString().startsWith("metadata."))
              && (!isAnnotation(place) && !isOfEnvironment(place)
                  || OF_HELM.stream().anyMatch(text::contains));
    }

    private static boolean isAnnotation(FieldPath place) {
      return place
          .parent()
          .filter(above -> above.lastStep().equals(ANNOTATIONS))
          .isPresent();
    }

    /** Programs have templates in their environment, too. */
    private static boolean isOfEnvironment(FieldPath place) {
      return place.withoutIndices().endsWith("env.value");
    }

    /** Controllers of other kinds mostly fill in what their objects hold. */
    private boolean isBuiltIn() {
      return KnownKinds.isBuiltIn(object.kind());
    }

    private static boolean isTemplated(String text) {
      int open = text.indexOf("{{");
      return open >= 0 && text.indexOf("}}", open) > 0;
    }

    private boolean isIgnored(FieldPath place) {
      return context.texts("ignorePaths").stream()
          .anyMatch(pattern -> Wildcard.matches(pattern, place.withoutIndices()));
    }
  }
}
