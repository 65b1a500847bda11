package dev.seaworthy.apply;

import dev.seaworthy.api.Type;
import dev.seaworthy.manifest.Mapping;

/** In which way a manifest is applied to an object that is there already. */
public enum Applying {
  /** As {@code kubectl apply} does, which works out what changed by itself. */
  CLIENT_SIDE {
    @Override
    public Mapping merged(Type.Struct type, Mapping live, Mapping last, Mapping now) {
      return ClientSideApply.merge(type, last, now, live);
    }
  },
  /** As {@code kubectl apply --server-side} does, and most controllers. */
  SERVER_SIDE {
    @Override
    public Mapping merged(Type.Struct type, Mapping live, Mapping last, Mapping now) {
      return ServerSideApply.merged(type, live, last, now);
    }
  };

  /**
   * The object after the apply.
   *
   * @param type the object's type; {@link Untyped} if nobody described it
   * @param last the manifest that was applied before; empty if there was none
   */
  public abstract Mapping merged(Type.Struct type, Mapping live, Mapping last, Mapping now);
}
