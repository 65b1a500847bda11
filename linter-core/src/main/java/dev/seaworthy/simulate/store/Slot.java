package dev.seaworthy.simulate.store;

import dev.seaworthy.api.Resource;
import java.util.List;

/** The place of one object in the table: moved to the next version in place, for all lists at once. */
final class Slot {

  /** Its place in the order of creation, from 0. */
  final long order;

  Resource object;
  List<Bucket> buckets = List.of();

  Slot(long order, Resource object) {
    this.order = order;
    this.object = object;
  }
}
