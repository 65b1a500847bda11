package dev.seaworthy.simulate.dryrun;

import dev.seaworthy.api.Release;
import dev.seaworthy.api.Resource;
import dev.seaworthy.api.catalog.BuiltInCatalog;
import dev.seaworthy.graph.InputObject;
import dev.seaworthy.manifest.ManifestReader;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.simulate.outcome.Outcome;
import dev.seaworthy.simulate.surroundings.Assume;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Dry-runs of manifests that stand in tests. */
public final class DryRuns {

  static final DryRunSettings OPTIONS = DryRunSettings.of(BuiltInCatalog.of(Release.NEWEST));

  private DryRuns() {}

  /** What comes of a file {@code test.yaml} of this text on three usual nodes. */
  public static Outcome of(String manifests) {
    return of(manifests, OPTIONS);
  }

  /** The same where the input is all that there is, and nodes have no labels but the usual ones. */
  public static Outcome ofNothingElse(String manifests) {
    return of(manifests, OPTIONS.assuming(Assume.NOTHING));
  }

  static Outcome of(String manifests, DryRunSettings options) {
    return DryRun.of(objects(manifests), options);
  }

  /** The same, after a server that knows nothing of the cluster has judged each of them. */
  static Outcome ofJudged(String manifests, DryRunSettings options) {
    List<AppliedManifest> judged = objects(manifests).stream()
        .map(object -> new AppliedManifest(
            object, Optional.of(options.server().create(object.resource().root()))))
        .toList();
    return DryRun.ofJudged(judged, List.of(), options);
  }

  static List<InputObject> objects(String manifests) {
    return new ManifestReader()
        .read("test.yaml", manifests.getBytes(StandardCharsets.UTF_8)).documents().stream()
            .map(document ->
                new InputObject(document.file(), new Resource((Mapping) document.root())))
            .toList();
  }
}
