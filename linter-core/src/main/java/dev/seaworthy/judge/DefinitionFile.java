package dev.seaworthy.judge;

import dev.seaworthy.api.GroupVersionKind;
import dev.seaworthy.api.crd.CustomKind;
import dev.seaworthy.api.crd.Definition;
import dev.seaworthy.api.structure.UnreadableSchema;
import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.diagnostic.Severity;
import dev.seaworthy.manifest.Document;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Reading;
import dev.seaworthy.validate.ApiServer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A file that brings definitions and is no part of the input. A definition that a server would refuse
 * defines something else than it says, or nothing, which whoever is judged by it has to know.
 *
 * @param namesDefinitions whether the word stands in it, so that all in it is taken for definitions
 */
record DefinitionFile(Reading reading, boolean namesDefinitions) {

  List<Node> definitions() {
    return claims().map(Document::root).filter(Definition::isOne).toList();
  }

  /** Whether it has objects that say they are definitions, be they sound or not. */
  boolean claimsAny() {
    return claims().findAny().isPresent();
  }

  private Stream<Document> claims() {
    return reading.documents().stream().filter(each -> Definition.isMeantAsOne(each.root()));
  }

  /**
   * All of it can be read; what cannot may well be the definitions that nobody finds.
   *
   * @throws UnreadableSchema if not; it names the place
   */
  void requireReadable() throws UnreadableSchema {
    for (Diagnostic mistake : mistakes()) {
      throw new UnreadableSchema(mistake.place() + ": " + mistake.message());
    }
  }

  /**
   * All that says it is a definition can be read, and defines a kind.
   *
   * @throws UnreadableSchema if not; it names the place
   */
  void requireSound() throws UnreadableSchema {
    requireReadable();
    for (Document claim : claims().toList()) {
      if (!Definition.isOne(claim.root()) || Definition.kinds(claim.root()).isEmpty()) {
        throw new UnreadableSchema(claim.file() + ":" + claim.root().span().line()
            + ": this definition defines no kind; `seaworthy validate` tells what it lacks");
      }
    }
  }

  /** What cannot be read. */
  List<Diagnostic> mistakes() {
    return namesDefinitions
        ? OtherFiles.SKIP.mistakes(reading.problems())
        : OtherFiles.unreadable(reading.problems());
  }

  /**
   * What is wrong in it: what cannot be read, what defines nothing, and what {@code server} objects to
   * in the definitions of the kinds that are {@code used}. Empty if that is nothing.
   */
  Optional<JudgedFile> judged(ApiServer server, Set<GroupVersionKind> used) {
    List<Diagnostic> problems = new ArrayList<>(mistakes());
    claims().forEach(each -> {
      List<CustomKind> kinds =
          Definition.isOne(each.root()) ? Definition.kinds(each.root()) : List.of();
      if (kinds.isEmpty()) {
        problems.addAll(uselessness(new JudgedObject(each, server.create(each))));
      } else if (kinds.stream().map(CustomKind::gvk).anyMatch(used::contains)) {
        problems.addAll(flaws(new JudgedObject(each, server.create(each))));
      }
    });
    return problems.isEmpty()
        ? Optional.empty()
        : Optional.of(new JudgedFile(
            reading.source().file(), List.of(), problems, List.of(), reading.source()));
  }

  private List<Diagnostic> uselessness(JudgedObject definition) {
    return refusals(definition).stream()
        .filter(each -> !each.message().startsWith(VerdictDiagnostics.LATER))
        .map(each -> each.withMessage("this definition defines no kind: " + each.message()))
        .toList();
  }

  private List<Diagnostic> flaws(JudgedObject definition) {
    return refusals(definition).stream()
        .map(each -> each.withSeverity(Severity.WARNING)
            .withMessage("a server would refuse this definition, by which objects are judged here: "
                + each.message()))
        .toList();
  }

  private List<Diagnostic> refusals(JudgedObject definition) {
    return definition.isRefused()
        ? VerdictDiagnostics.of(definition, new Mending(reading.source(), false)).stream()
            .filter(each -> each.severity() == Severity.ERROR)
            .toList()
        : List.of();
  }
}
