package dev.seaworthy.api.schema;

import dev.seaworthy.api.Type;
import java.util.Optional;

/** What types and fields are for, in a sentence each. */
public interface TypeDescriptions {

  /** Nothing is told of anything. */
  TypeDescriptions NONE = new TypeDescriptions() {
    @Override
    public Optional<String> of(Type.Struct owner, String field) {
      return Optional.empty();
    }

    @Override
    public Optional<String> of(Type.Struct type) {
      return Optional.empty();
    }
  };

  /** What {@code field} of {@code owner} is for, if anybody has told. */
  Optional<String> of(Type.Struct owner, String field);

  /** What the type itself is, if anybody has told. */
  Optional<String> of(Type.Struct type);
}
