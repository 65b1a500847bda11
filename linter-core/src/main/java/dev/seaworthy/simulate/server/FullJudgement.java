package dev.seaworthy.simulate.server;

import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.simulate.object.ServerFields;
import dev.seaworthy.simulate.store.ClusterView;
import dev.seaworthy.simulate.store.ObjectKey;
import dev.seaworthy.validate.ApiServer;
import dev.seaworthy.validate.Stage;
import dev.seaworthy.validate.Verdict;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Judges a write as {@link ApiServer} judges a manifest, and fills in what it fills in. Kinds that
 * the server does not know pass: a dry-run may hold custom resources without their definitions.
 */
public final class FullJudgement implements Admission {

  private final ApiServer server;

  public FullJudgement(ApiServer server) {
    this.server = server;
  }

  @Override
  public Answer judge(Resource object, Optional<Resource> previous, ClusterView view) {
    Verdict verdict = previous.isPresent()
        ? server.update(object.root(), previous.get().root())
        : server.create(object.root());
    boolean isUnknown = verdict.stage().equals(Optional.of(Stage.RECOGNISE));
    if (isUnknown) {
      return Answer.ok(object);
    }
    return verdict
        .result()
        .map(result -> withStatusOf(object, result))
        .map(result -> previous
            .map(stored -> ServerFields.withServerMetadata(result, stored))
            .orElse(result))
        .map(Answer::ok)
        .orElseGet(() -> refusal(object, verdict));
  }

  private static Resource withStatusOf(Resource object, Resource result) {
    Node status = object.at("status");
    return status.isAbsent() ? result.without("status") : result.with("status", status);
  }

  private static Answer refusal(Resource object, Verdict verdict) {
    String causes = verdict.causes().stream()
        .map(cause -> cause.field() + " " + cause.message())
        .collect(Collectors.joining("; "));
    String decode = verdict.decode().stream()
        .map(error -> error.field() + " " + error.message())
        .collect(Collectors.joining("; "));
    return Answer.refused(
        verdict.code(),
        verdict.reason(),
        ServerWords.of(ObjectKey.of(object)) + " is refused: " + causes + decode,
        verdict.causes());
  }
}
