package dev.seaworthy.validate.defaulting;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.Request;
import dev.seaworthy.validate.field.Value;

/**
 * What the server changes in objects of one kind after defaulting, knowing what they were before:
 * it keeps what it once allocated, and drops what no longer applies. Mirrors the registry of the
 * kind (PrepareForCreate, PrepareForUpdate and the allocators). Implementations have no state and
 * no-argument constructors; the build lists them in {@code KindPreparations}.
 */
public interface KindPreparation {

  GroupKind kind();

  /**
   * The object to judge. Whatever is reported here is the answer, and the object is not judged any
   * further; warnings are kept.
   *
   * @param object the object, with what it was before; absent on create
   */
  Mapping prepare(Value object, Request request, Errors errors);
}
