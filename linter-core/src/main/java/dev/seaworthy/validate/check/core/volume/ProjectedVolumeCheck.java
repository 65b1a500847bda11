package dev.seaworthy.validate.check.core.volume;

import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.Request;
import dev.seaworthy.validate.field.TypeCheck;
import dev.seaworthy.validate.field.Value;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Several sources in one volume, in which no file may be written twice. */
public final class ProjectedVolumeCheck implements TypeCheck {

  private static final List<String> SOURCES = List.of(
      "secret",
      "configMap",
      "downwardAPI",
      "serviceAccountToken",
      "clusterTrustBundle",
      "podCertificate");

  @Override
  public String type() {
    return "core/v1.ProjectedVolumeSource";
  }

  @Override
  public void check(Value volume, Request request, Errors errors) {
    UsedPaths used = new UsedPaths(volume.path(), new HashSet<>(), errors);
    for (Value source : volume.at("sources").items()) {
      for (String kind : List.of("secret", "configMap", "downwardAPI")) {
        for (Value item : source.at(kind, "items").items()) {
          used.add(item.at("path").text());
        }
      }
      if (source.at("clusterTrustBundle").isPresent()) {
        used.addAlsoEmpty(source.at("clusterTrustBundle", "path").text());
      }
      for (String field : PodCertificateCheck.PATHS) {
        used.add(source.at("podCertificate", field).text());
      }
      hasOneKind(source, errors);
    }
  }

  private static void hasOneKind(Value source, Errors errors) {
    if (SOURCES.stream().filter(kind -> source.at(kind).isPresent()).count() > 1) {
      errors.forbidden(source.path(), "one-of", "has more than one kind of source, must have one");
    }
  }

  /** The paths that a volume's files have so far. */
  private record UsedPaths(FieldPath volume, Set<String> taken, Errors errors) {

    void add(String path) {
      if (!path.isEmpty()) {
        addAlsoEmpty(path);
      }
    }

    void addAlsoEmpty(String path) {
      if (!taken.add(path)) {
        errors.invalid(volume, "distinct-paths", "writes '" + path + "' more than once");
      }
    }
  }
}
