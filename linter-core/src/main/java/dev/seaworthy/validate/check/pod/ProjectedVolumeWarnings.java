package dev.seaworthy.validate.check.pod;

import dev.seaworthy.validate.Errors;
import dev.seaworthy.validate.Value;
import java.util.ArrayList;
import java.util.List;

/** Files of projected volumes that would lie on or in each other. */
final class ProjectedVolumeWarnings {

  private final Errors errors;

  ProjectedVolumeWarnings(Errors errors) {
    this.errors = errors;
  }

  void warn(List<Value> volumes) {
    for (Value volume : volumes) {
      Value projected = volume.at("projected");
      if (projected.isPresent()) {
        if (projected.at("sources").size() == 0) {
          errors.warn(
              volume.path(), "projects-something", "projects no sources, so that it is empty");
        }
        overlaps(projected);
      }
    }
  }

  private void overlaps(Value projected) {
    List<String> taken = new ArrayList<>();
    for (Value source : projected.at("sources").items()) {
      List<String> own = new ArrayList<>();
      for (Value file : files(source)) {
        own.add(file.text());
        if (taken.stream().anyMatch(other -> overlap(other, file.text()))) {
          errors.warn(file.path(), "paths-apart", "lies on or in the file of another source");
        }
      }
      taken.addAll(own);
    }
  }

  private static boolean overlap(String one, String other) {
    return one.equals(other) || one.startsWith(other + "/") || other.startsWith(one + "/");
  }

  private static List<Value> files(Value source) {
    List<Value> files = new ArrayList<>();
    for (String kind : List.of("configMap", "secret", "downwardAPI")) {
      source.at(kind, "items").items().forEach(item -> files.add(item.at("path")));
    }
    if (source.at("serviceAccountToken").isPresent()) {
      files.add(source.at("serviceAccountToken", "path"));
    }
    if (source.at("clusterTrustBundle").isPresent()) {
      files.add(source.at("clusterTrustBundle", "path"));
    }
    return files;
  }
}
