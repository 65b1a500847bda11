package dev.seaworthy.judge;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.api.Resource;
import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.diagnostic.Location;
import dev.seaworthy.diagnostic.NearestName;
import dev.seaworthy.diagnostic.Severity;
import dev.seaworthy.manifest.Document;
import dev.seaworthy.manifest.ManifestReader;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.ReadLimits;
import dev.seaworthy.manifest.Reading;
import dev.seaworthy.manifest.Span;
import dev.seaworthy.project.InputSource;
import dev.seaworthy.validate.admission.GivenObjects;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Bindings of admission policies that are neither given nor in the input. A server takes them without
 * a word; whoever gives them here wants objects to be judged by them.
 */
final class DanglingBindings {

  private static final String BINDING = "Binding";
  private static final String CODE = "policy-binding-dangling";

  private final GivenObjects known;

  DanglingBindings(GivenObjects known) {
    this.known = known;
  }

  /** The file with what is said of it; empty if that is nothing. */
  Optional<JudgedFile> in(InputSource source) {
    try {
      byte[] text = source.read(ReadLimits.DEFAULT.fileBytes() + 1);
      Reading reading = new ManifestReader().read(source.name(), text);
      List<Diagnostic> told = reading.documents().stream()
          .flatMap(document -> objection(document).stream())
          .toList();
      return told.isEmpty()
          ? Optional.empty()
          : Optional.of(
              new JudgedFile(source.name(), List.of(), told, List.of(), reading.source()));
    } catch (IOException gone) {
      // It was read when it was given; what came of it is told there.
      return Optional.empty();
    }
  }

  private Optional<Diagnostic> objection(Document document) {
    if (!(document.root() instanceof Mapping root)) {
      return Optional.empty();
    }
    Resource binding = new Resource(root);
    GroupKind kind = binding.groupKind();
    if (!kind.group().equals(GivenPolicies.GROUP) || !kind.kind().endsWith(BINDING)) {
      return Optional.empty();
    }
    GroupKind ofPolicy = GroupKind.of(
        kind.group(), kind.kind().substring(0, kind.kind().length() - BINDING.length()));
    List<String> names = known.list(ofPolicy, "").stream().map(Resource::name).toList();
    String wanted = binding.at("spec", "policyName").text();
    return names.contains(wanted)
        ? Optional.empty()
        : Optional.of(Diagnostic.of(
            CODE,
            Severity.ERROR,
            "no " + ofPolicy.kind() + " '" + wanted
                + "' is given or in the input, so that nothing is judged by this binding"
                + NearestName.to(wanted, names)
                    .map(near -> "; did you mean " + near + "?")
                    .orElse(""),
            placeOf(document, binding.at("spec", "policyName").span())));
  }

  private static Location placeOf(Document document, Span span) {
    return span.isWritten()
        ? new Location(
            document.file(), span.line(), span.column(), span.endLine(), span.endColumn())
        : Location.ofFile(document.file());
  }
}
