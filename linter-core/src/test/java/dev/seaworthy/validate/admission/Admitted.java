package dev.seaworthy.validate.admission;

import dev.seaworthy.api.Release;
import dev.seaworthy.api.Resource;
import dev.seaworthy.api.catalog.BuiltInCatalog;
import dev.seaworthy.manifest.Document;
import dev.seaworthy.manifest.ManifestReader;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.validate.ApiServer;
import dev.seaworthy.validate.Submission;
import dev.seaworthy.validate.Verdict;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A cluster that holds a few objects, and what its server says to others. */
final class Admitted {

  private static final ApiServer SERVER = ApiServer.of(BuiltInCatalog.of(Release.NEWEST));

  private final ApiServer server;

  private Admitted(ApiServer server) {
    this.server = server;
  }

  /** A cluster that holds these objects, a document each, and no others. */
  static Admitted cluster(String objects) {
    return new Admitted(SERVER.knowing(new GivenObjects(read(objects), true)));
  }

  /** A cluster of which only these objects are known. */
  static Admitted partly(String objects) {
    return new Admitted(SERVER.knowing(new GivenObjects(read(objects), false)));
  }

  Verdict create(String object) {
    return server.create(read(object).get(0).root());
  }

  /** The object with {@code more} fields in its spec, in the namespace {@code default}. */
  Verdict pod(String... more) {
    return create("""
        apiVersion: v1
        kind: Pod
        metadata: {name: web}
        spec:
          containers: [{name: main, image: "web:1"}]
        """ + String.join("\n", more).indent(2));
  }

  Verdict update(String object, String previous) {
    return server.update(read(object).get(0).root(), read(previous).get(0).root());
  }

  /** A pod sent for its ephemeral containers alone. */
  Verdict debug(String pod, String previous) {
    return server.judge(Submission.ephemeralContainers(
        read(pod).get(0).root(), read(previous).get(0).root()));
  }

  static List<Resource> read(String text) {
    List<Resource> objects = new ArrayList<>();
    for (Document document : new ManifestReader()
        .read("objects.yaml", text.getBytes(StandardCharsets.UTF_8))
        .documents()) {
      objects.add(new Resource((Mapping) document.root()));
    }
    return objects;
  }
}
