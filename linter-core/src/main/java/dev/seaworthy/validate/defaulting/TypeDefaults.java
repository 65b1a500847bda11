package dev.seaworthy.validate.defaulting;

import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.validate.field.Request;

/**
 * Defaults of a type that take more than its own fields to tell. Asked after the type's defaults
 * that are data, and before those of the values inside. Implementations have no state and
 * no-argument constructors; the build lists them in {@code TypeDefaultsCatalog}.
 */
public interface TypeDefaults {

  /** The type, as the files of defaults name it: {@code apps/v1.Deployment}. */
  String type();

  /** {@code value} with what is missing filled in. */
  Mapping apply(Mapping value, Request request);
}
