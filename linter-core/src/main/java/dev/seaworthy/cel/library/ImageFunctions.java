package dev.seaworthy.cel.library;

import dev.cel.common.types.CelType;
import dev.cel.common.types.OpaqueType;
import dev.cel.common.types.SimpleType;
import dev.seaworthy.cel.CelFunction;
import java.util.List;
import java.util.function.Function;

/** {@code image(text)} and what can be asked of it: {@code tag()}, {@code hasDigest()}, {@code fullName()}. */
public final class ImageFunctions {

  private static final CelType IMAGE = OpaqueType.create("seaworthy.Image");
  private static final CelFunction.Parameter SELF =
      new CelFunction.Parameter(IMAGE, ImageReference.class);

  private ImageFunctions() {}

  public static List<CelFunction> all() {
    return List.of(
        CelFunction.global(
            "image",
            "image_string",
            IMAGE,
            List.of(new CelFunction.Parameter(SimpleType.STRING, String.class)),
            arguments -> ImageReference.parse((String) arguments[0])),
        property("tag", SimpleType.STRING, ImageReference::tag),
        property("hasDigest", SimpleType.BOOL, ImageReference::hasDigest),
        property("registry", SimpleType.STRING, ImageReference::registry),
        property("fullName", SimpleType.STRING, ImageReference::fullName));
  }

  private static CelFunction property(
      String name, CelType type, Function<ImageReference, Object> value) {
    return CelFunction.member(
        name,
        "image_" + name,
        type,
        List.of(SELF),
        arguments -> value.apply((ImageReference) arguments[0]));
  }
}
