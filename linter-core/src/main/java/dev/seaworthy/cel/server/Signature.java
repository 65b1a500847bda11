package dev.seaworthy.cel.server;

import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.TypeParamType;
import dev.seaworthy.cel.CelFunction.Parameter;
import java.util.List;

/** Parameters that many functions have. */
public final class Signature {

  public static final Parameter TEXT = new Parameter(SimpleType.STRING, String.class);
  public static final Parameter INT = new Parameter(SimpleType.INT, Long.class);
  public static final Parameter BOOL = new Parameter(SimpleType.BOOL, Boolean.class);

  private static final CelType ANY = TypeParamType.create("T");

  /** A value of any type. */
  public static final Parameter ITEM = new Parameter(ANY, Object.class);

  /** A list of any type. */
  public static final Parameter LIST = new Parameter(ListType.create(ANY), List.class);

  private Signature() {}

  /** A list whose items have one type. */
  public static Parameter listOf(CelType item) {
    return new Parameter(ListType.create(item), List.class);
  }
}
