package dev.seaworthy.judge;

import dev.seaworthy.api.GroupVersionKind;
import dev.seaworthy.api.crd.CustomKind;
import dev.seaworthy.api.crd.Definition;
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
 * defines something else than it says, which whoever is judged by it has to know.
 */
record DefinitionFile(Reading reading) {

  List<Node> definitions() {
    return documents().map(Document::root).toList();
  }

  private Stream<Document> documents() {
    return reading.documents().stream().filter(each -> Definition.isOne(each.root()));
  }

  /**
   * What is wrong in it: what cannot be read, and what {@code server} objects to in the definitions of
   * the kinds that are {@code used}. Empty if that is nothing.
   */
  Optional<JudgedFile> judged(ApiServer server, Set<GroupVersionKind> used) {
    List<Diagnostic> problems = new ArrayList<>(OtherFiles.SKIP.mistakes(reading.problems()));
    documents().filter(each -> definesAny(each, used)).forEach(each -> {
      JudgedObject definition = new JudgedObject(each, server.create(each));
      if (definition.isRefused()) {
        problems.addAll(refusals(definition));
      }
    });
    return problems.isEmpty()
        ? Optional.empty()
        : Optional.of(new JudgedFile(
            reading.source().file(), List.of(), problems, List.of(), reading.source()));
  }

  private static boolean definesAny(Document document, Set<GroupVersionKind> used) {
    return Definition.kinds(document.root()).stream().map(CustomKind::gvk).anyMatch(used::contains);
  }

  private List<Diagnostic> refusals(JudgedObject definition) {
    return VerdictDiagnostics.of(definition, new Mending(reading.source(), false)).stream()
        .filter(each -> each.severity() == Severity.ERROR)
        .map(each -> each.withSeverity(Severity.WARNING)
            .withMessage("a server would refuse this definition, by which objects are judged here: "
                + each.message()))
        .toList();
  }
}
