package dev.seaworthy.apply;

import dev.seaworthy.api.Field;
import dev.seaworthy.api.Type;
import java.util.List;
import java.util.Optional;

/** The type of what nobody described: its mappings merge key by key, its lists are one value. */
public final class Untyped implements Type.Struct {

  public static final Untyped INSTANCE = new Untyped();

  private Untyped() {}

  @Override
  public String name() {
    return "";
  }

  @Override
  public List<Field> fields() {
    return List.of();
  }

  @Override
  public Optional<Field> field(String name) {
    return Optional.empty();
  }

  @Override
  public boolean open() {
    return true;
  }
}
