package dev.seaworthy.cel.library;

import dev.seaworthy.cel.CelFunction;
import dev.seaworthy.cel.ValueType;
import java.util.List;
import java.util.function.Function;

/**
 * {@code image(text)} and what can be asked of it: {@code tag()}, {@code isWellFormed()},
 * {@code hasDigest()}, {@code fullName()}.
 */
public final class ImageFunctions {

  private static final ValueType IMAGE = ValueType.opaque("seaworthy.Image");
  private static final CelFunction.Parameter SELF =
      new CelFunction.Parameter(IMAGE, ImageReference.class);

  private ImageFunctions() {}

  public static List<CelFunction> all() {
    return List.of(
        CelFunction.global(
            "image",
            "image_string",
            IMAGE,
            List.of(new CelFunction.Parameter(ValueType.STRING, String.class)),
            arguments -> ImageReference.parse((String) arguments[0])),
        property("tag", ValueType.STRING, ImageReference::tag),
        property("isWellFormed", ValueType.BOOL, ImageReference::isWellFormed),
        property("hasDigest", ValueType.BOOL, ImageReference::hasDigest),
        property("registry", ValueType.STRING, ImageReference::registry),
        property("fullName", ValueType.STRING, ImageReference::fullName));
  }

  private static CelFunction property(
      String name, ValueType type, Function<ImageReference, Object> value) {
    return CelFunction.member(
        name,
        "image_" + name,
        type,
        List.of(SELF),
        arguments -> value.apply((ImageReference) arguments[0]));
  }
}
