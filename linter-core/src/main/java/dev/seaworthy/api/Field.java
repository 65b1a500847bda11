package dev.seaworthy.api;

import java.util.List;

/**
 * A field of a struct.
 *
 * @param required whether the generated document lists it as required; the server's own validation
 *     decides what that means
 * @param enumeration the values that the document allows; empty where it allows any
 */
public record Field(String name, Type type, boolean required, List<String> enumeration) {

  public Field {
    enumeration = List.copyOf(enumeration);
  }
}
