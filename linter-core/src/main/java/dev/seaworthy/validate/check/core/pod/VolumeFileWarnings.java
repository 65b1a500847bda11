package dev.seaworthy.validate.check.core.pod;

import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.Value;
import java.util.ArrayList;
import java.util.List;

/** Files of a volume that would lie on or in each other. */
final class VolumeFileWarnings {

  private static final List<String> KINDS_WITH_ITEMS =
      List.of("configMap", "secret", "downwardAPI");

  private final Errors errors;

  VolumeFileWarnings(Errors errors) {
    this.errors = errors;
  }

  void warn(List<Value> volumes) {
    for (Value volume : volumes) {
      for (String kind : KINDS_WITH_ITEMS) {
        overlaps(paths(volume.at(kind)));
      }
      projected(volume);
    }
  }

  private void projected(Value volume) {
    List<Value> files = new ArrayList<>();
    List<Value> sources = volume.at("projected", "sources").items();
    if (sources.isEmpty()) {
      return;
    }
    if (sources.stream().anyMatch(source -> source.size() == 0)) {
      errors.warn(
          volume.at("projected").path(), "projects-something", "has a source that is empty");
    }
    for (Value source : sources) {
      for (String kind : KINDS_WITH_ITEMS) {
        files.addAll(paths(source.at(kind)));
      }
      for (String kind : List.of("serviceAccountToken", "clusterTrustBundle")) {
        if (source.at(kind).isPresent()) {
          files.add(source.at(kind, "path"));
        }
      }
    }
    overlaps(files);
  }

  private static List<Value> paths(Value source) {
    List<Value> paths = new ArrayList<>();
    for (Value item : source.at("items").items()) {
      paths.add(item.at("path"));
    }
    return paths;
  }

  private void overlaps(List<Value> files) {
    for (int i = 0; i < files.size(); i++) {
      String path = files.get(i).text();
      if (files.subList(0, i).stream().anyMatch(other -> overlap(other.text(), path))) {
        errors.warn(files.get(i).path(), "paths-apart", "is '" + path + "', where another file is");
      }
    }
  }

  private static boolean overlap(String one, String other) {
    return one.equals(other) || one.startsWith(other + "/") || other.startsWith(one + "/");
  }
}
