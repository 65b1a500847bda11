package dev.seaworthy.project.kustomize;

import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.ReadLimits;
import dev.seaworthy.manifest.Scalar;

/** What a build has asked for, and when it is too much. */
final class Budget {

  private static final String REMEDY = "; split the kustomization";

  private final BuildLimits limits;
  private int kustomizations;
  private long readBytes;
  private long values;
  private long characters;

  Budget(BuildLimits limits) {
    this.limits = limits;
  }

  /** Another kustomization is built, which {@code depth} others stand around. */
  void enter(int depth, Mention place) throws BuildFailure {
    require(
        depth < limits.depth(),
        "more than " + limits.depth() + " kustomizations are made of each other in a row; list the"
            + " inner ones directly",
        place);
    kustomizations++;
    require(
        kustomizations <= limits.kustomizations(),
        "more than " + limits.kustomizations()
            + " kustomizations would be built here, each counted as"
            + " often as it is listed; list each of them once",
        place);
  }

  void objects(int count, Mention place) throws BuildFailure {
    require(
        count <= limits.objects(),
        "there are more than " + limits.objects() + " objects in this kustomization" + REMEDY,
        place);
  }

  void read(int bytes, Mention place) throws BuildFailure {
    readBytes += bytes;
    require(
        readBytes <= limits.readBytes(),
        "more than " + (limits.readBytes() >> 20) + " MiB would be read for it" + REMEDY,
        place);
  }

  /** A field path, a pointer or a pattern. */
  void expression(String text, Mention place) throws BuildFailure {
    require(
        text.length() <= limits.expression(),
        "a field path or pattern has more than " + limits.expression() + " characters; shorten it",
        place);
  }

  /** Some text that is generated, or copied. */
  void made(long length, Mention place) throws BuildFailure {
    characters += length;
    require(
        characters <= limits.madeCharacters(),
        "generators, patches and replacements would make more than "
            + (limits.madeCharacters() >> 20) + " MiB of text" + REMEDY,
        place);
  }

  /** {@code value} comes into another place. */
  void made(Node value, Mention place) throws BuildFailure {
    made(value, 0, place);
  }

  private void made(Node value, int depth, Mention place) throws BuildFailure {
    int deepest = ReadLimits.DEFAULT.depth();
    require(
        depth <= deepest,
        "values are nested more than " + deepest + " levels deep" + REMEDY,
        place);
    values++;
    require(
        values <= limits.madeValues(),
        "patches and replacements would make more than " + limits.madeValues() + " values" + REMEDY,
        place);
    if (value instanceof Mapping mapping) {
      for (Mapping.Entry entry : mapping.entries()) {
        made(entry.key().length(), place);
        made(entry.value(), depth + 1, place);
      }
    } else if (value instanceof Scalar scalar) {
      made(scalar.value().length(), place);
    } else {
      for (Node item : value.items()) {
        made(item, depth + 1, place);
      }
    }
  }

  private static void require(boolean holds, String message, Mention place) throws BuildFailure {
    if (!holds) {
      throw BuildFailure.ofLimit(message, place);
    }
  }
}
