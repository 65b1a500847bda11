package dev.seaworthy.simulate.reach;

import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.FieldPath;
import java.util.Optional;

/**
 * Why somebody can't be reached, or why that is not sure.
 *
 * @param words in one phrase
 * @param about the object that would have to be different; empty if there is none
 * @param field the field of it; the root for the object as a whole
 */
public record Obstacle(String words, Optional<Resource> about, FieldPath field) {

  static Obstacle of(String words) {
    return new Obstacle(words, Optional.empty(), FieldPath.ROOT);
  }

  static Obstacle at(Resource about, String field, String words) {
    FieldPath path = FieldPath.ROOT;
    for (String step : field.split("\\.")) {
      path = path.child(step);
    }
    return new Obstacle(words, Optional.of(about), path);
  }
}
