package dev.seaworthy.judge;

import dev.seaworthy.api.Resource;
import dev.seaworthy.api.structure.UnreadableSchema;
import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.manifest.Document;
import dev.seaworthy.manifest.ManifestReader;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.ReadLimits;
import dev.seaworthy.manifest.Reading;
import dev.seaworthy.project.InputDiscovery;
import dev.seaworthy.project.InputDiscovery.Found;
import dev.seaworthy.project.InputSource;
import dev.seaworthy.validate.ApiServer;
import dev.seaworthy.validate.Verdict;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Admission policies that a user names beside the input, with their bindings, parameters and
 * namespaces. They are not reported on, so one that would not hold is an error at once.
 */
public final class GivenPolicies {

  static final String GROUP = "admissionregistration.k8s.io";

  private GivenPolicies() {}

  /**
   * The files below {@code paths}.
   *
   * @param server judges the policies themselves
   * @throws IOException if a path leads nowhere, cannot be read, holds no policy, or one
   *     that a server refuses
   */
  public static List<InputSource> below(List<String> paths, ApiServer server) throws IOException {
    List<InputSource> sources = new ArrayList<>();
    for (String path : paths) {
      Found found = InputDiscovery.find(List.of(path), InputStream.nullInputStream());
      for (Diagnostic problem : found.problems()) {
        throw new UnreadableSchema("--policies " + path + ": " + problem.message());
      }
      int policies = 0;
      for (InputSource source : found.sources()) {
        policies += policiesIn(source, server);
      }
      if (policies == 0) {
        throw new UnreadableSchema("--policies " + path + ": there is no admission policy; name a"
            + " file or folder with policies and their bindings");
      }
      sources.addAll(found.sources());
    }
    return sources;
  }

  private static int policiesIn(InputSource source, ApiServer server) throws IOException {
    byte[] text = source.read(ReadLimits.DEFAULT.fileBytes() + 1);
    Reading reading = new ManifestReader().read(source.name(), text);
    for (Diagnostic mistake : OtherFiles.unreadable(reading.problems())) {
      throw new UnreadableSchema(mistake.place() + ": " + mistake.message());
    }
    int policies = 0;
    for (Document document : reading.documents()) {
      if (document.root() instanceof Mapping object) {
        Resource policy = new Resource(object);
        if (policy.groupKind().group().equals(GROUP)) {
          requireSound(source, policy, server.create(document));
          policies++;
        }
      }
    }
    return policies;
  }

  private static void requireSound(InputSource source, Resource policy, Verdict verdict)
      throws UnreadableSchema {
    if (!verdict.accepted()) {
      String why = verdict.causes().isEmpty()
          ? verdict.decode().stream()
              .map(error -> error.path() + " " + error.message())
              .findFirst()
              .orElse(verdict.reason())
          : verdict.causes().get(0).field() + " " + verdict.causes().get(0).message();
      throw new UnreadableSchema("--policies " + source.name() + ": "
          + policy.groupKind().kind() + " '" + policy.name() + "' would be refused: " + why);
    }
  }
}
