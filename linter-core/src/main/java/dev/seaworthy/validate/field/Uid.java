package dev.seaworthy.validate.field;

import dev.seaworthy.manifest.Node;

/** The identity that the server gives to an object before it judges it. */
public final class Uid {

  /** Stands for that of an object which nobody has made yet. */
  private static final String TO_BE = "00000000-0000-4000-8000-000000000001";

  private Uid() {}

  /** The UID of {@code object}, which it may still have to get. */
  public static String of(Node object) {
    String given = object.at("metadata", "uid").text();
    return given.isEmpty() ? TO_BE : given;
  }
}
