package dev.seaworthy.project;

import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Where an object names an image of which a kustomization, under {@code images}, says the tag or the
 * digest. With the image it is open, too, whether the policy beside it to pull it is right.
 */
final class KustomizeImages {

  private static final String IMAGE = "image";

  private KustomizeImages() {}

  /** The names of the images that the kustomization's {@code images} give a version. */
  static Set<String> names(Node images) {
    Set<String> names = new HashSet<>();
    for (Node image : images.items()) {
      if (image.get("newTag").isPresent() || image.get("digest").isPresent()) {
        names.add(image.get("name").text());
      }
    }
    return names;
  }

  /** The fields that hold one of {@code names}, each as its steps without indices. */
  static Set<List<String>> fieldsWith(Set<String> names, Node object) {
    Set<List<String>> found = new HashSet<>();
    if (!names.isEmpty()) {
      collect(names, object, new ArrayList<>(), found);
    }
    return found;
  }

  private static void collect(
      Set<String> names, Node value, List<String> path, Set<List<String>> found) {
    if (!(value instanceof Mapping mapping)) {
      value.items().forEach(item -> collect(names, item, path, found));
      return;
    }
    for (Mapping.Entry entry : mapping.entries()) {
      if (entry.key().equals(IMAGE) && names.contains(nameOf(entry.value().text()))) {
        found.add(with(path, IMAGE));
        found.add(with(path, "imagePullPolicy"));
      } else {
        path.add(entry.key());
        collect(names, entry.value(), path, found);
        path.remove(path.size() - 1);
      }
    }
  }

  private static List<String> with(List<String> path, String last) {
    List<String> whole = new ArrayList<>(path);
    whole.add(last);
    return List.copyOf(whole);
  }

  /** {@code registry:5000/web} for {@code registry:5000/web:1.0@sha256:…}. */
  private static String nameOf(String image) {
    int digest = image.indexOf('@');
    String tagged = digest < 0 ? image : image.substring(0, digest);
    int tag = tagged.indexOf(':', tagged.lastIndexOf('/') + 1);
    return tag < 0 ? tagged : tagged.substring(0, tag);
  }
}
