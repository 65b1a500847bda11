package dev.seaworthy.conformance;

import dev.seaworthy.api.ApiCatalog;
import dev.seaworthy.api.Release;
import dev.seaworthy.api.catalog.BuiltInCatalog;
import dev.seaworthy.apply.JsonPatch;
import dev.seaworthy.manifest.Absent;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.validate.ApiServer;
import dev.seaworthy.validate.Endpoint;
import dev.seaworthy.validate.ReadForm;
import dev.seaworthy.validate.Submission;
import dev.seaworthy.validate.Verdict;

/** Sends a recorded case to our own API server as the recorder sent it to the real one. */
public final class CaseJudge {

  private final Bases bases;
  private final ApiServer server;
  private final ReadForm readForm;
  private final boolean isNewest;

  public CaseJudge(Corpus corpus, Release release) {
    this.bases = corpus.bases();
    ApiCatalog catalog = BuiltInCatalog.of(release);
    this.server = ApiServer.of(catalog);
    this.readForm = new ReadForm(catalog);
    this.isNewest = release.equals(Release.NEWEST);
  }

  public Verdict judge(RecordedCase recorded) {
    Node base = bases.manifest(recorded.base());
    Endpoint endpoint = endpoint(base);
    if (!recorded.update()) {
      return server.judge(Submission.create(bases.changed(recorded)).to(endpoint));
    }
    Node stored = stored(recorded.base(), base, endpoint);
    Node object =
        JsonPatch.applied(recorded.onLive() ? stored : base, recorded.patch()).orElseThrow();
    return server.judge(Submission.update(object, stored).to(endpoint));
  }

  /** The record is of the newest release; an older one stored what it knew. */
  private Node stored(String stem, Node base, Endpoint endpoint) {
    return bases
        .stored(stem)
        .filter(record -> isNewest)
        .orElseGet(() -> storedByUs(base, endpoint));
  }

  /** The object as our server would store it. */
  public Node storedByUs(String base) {
    Node manifest = bases.manifest(base);
    return storedByUs(manifest, endpoint(manifest));
  }

  private Node storedByUs(Node manifest, Endpoint endpoint) {
    return server
        .judge(Submission.create(manifest).to(endpoint))
        .result()
        .map(readForm::of)
        .<Node>map(resource -> resource.root())
        .orElse(Absent.INSTANCE);
  }

  /** The URL: the kind of the base, in the base's namespace or in {@code default}. */
  private static Endpoint endpoint(Node base) {
    return new Endpoint(Bases.gvk(base), base.at("metadata", "namespace").stringOr("default"));
  }
}
