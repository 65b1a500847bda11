package dev.seaworthy.validate.check.core.pod;

import dev.seaworthy.api.Release;
import dev.seaworthy.api.catalog.BuiltInCatalog;
import dev.seaworthy.manifest.Document;
import dev.seaworthy.manifest.ManifestReader;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.validate.ApiServer;
import dev.seaworthy.validate.Verdict;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Pods as a user writes them, and what the server says to them. */
final class Judged {

  private static final ApiServer SERVER = ApiServer.of(BuiltInCatalog.of(Release.NEWEST));

  private Judged() {}

  /** A pod with that spec; one container that runs if the spec has none. */
  static Verdict pod(String spec) {
    return SERVER.create(document(spec));
  }

  static Verdict pod(Release release, String spec) {
    return ApiServer.of(BuiltInCatalog.of(release)).create(document(spec));
  }

  /** The pod with that spec, sent in place of the one with the spec {@code before}. */
  static Verdict change(String before, String spec) {
    return SERVER.update(document(spec), stored(before));
  }

  /** The pod as the server stores it. */
  static Node stored(String spec) {
    return pod(spec).result().orElseThrow().root();
  }

  /** Causes as {@code Required spec.containers}, in the order found. */
  static List<String> causes(String spec) {
    return causes(pod(spec));
  }

  static List<String> causes(Verdict verdict) {
    if (!verdict.decode().isEmpty()) {
      return List.of("could not be decoded: " + verdict.decode());
    }
    return verdict.causes().stream()
        .map(cause -> cause.type().word().replace("FieldValue", "") + " " + cause.field())
        .toList();
  }

  static List<String> warnings(String spec) {
    return pod(spec).warnings().stream().map(w -> w.origin() + " " + w.field()).toList();
  }

  private static Document document(String spec) {
    String containers =
        spec.contains("containers:") ? "" : "  containers: [{name: main, image: web:1}]\n";
    String pod = "apiVersion: v1\nkind: Pod\nmetadata: {name: web}\nspec:\n" + containers;
    String text = pod + spec.indent(2);
    return new ManifestReader()
        .read("pod.yaml", text.getBytes(StandardCharsets.UTF_8))
        .documents()
        .get(0);
  }
}
