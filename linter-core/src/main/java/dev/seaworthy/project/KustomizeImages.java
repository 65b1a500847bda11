package dev.seaworthy.project;

import dev.seaworthy.cel.library.ImageReference;
import dev.seaworthy.manifest.Node;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Where an object names an image of which a kustomization, under {@code images}, says the tag or
 * the digest, or another tool does. With the image it is open, too, whether the policy beside it to
 * pull it is right.
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
    if (names.isEmpty()) {
      return Set.of();
    }
    Set<List<String>> found = TextFields.of(
        object,
        (path, text) -> !path.isEmpty()
            && path.get(path.size() - 1).equals(IMAGE)
            && names.contains(ImageReference.parse(text).name()));
    for (List<String> image : List.copyOf(found)) {
      found.add(beside(image, "imagePullPolicy"));
    }
    return found;
  }

  private static List<String> beside(List<String> path, String field) {
    List<String> other = new ArrayList<>(path.subList(0, path.size() - 1));
    other.add(field);
    return List.copyOf(other);
  }
}
