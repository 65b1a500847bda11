package dev.seaworthy.simulate.store;

/** Hears of commits, in their order. */
@FunctionalInterface
public interface Watch {

  void onChange(Change change);
}
