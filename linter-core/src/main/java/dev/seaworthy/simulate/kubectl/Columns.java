package dev.seaworthy.simulate.kubectl;

import dev.seaworthy.api.GroupKind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which columns the tables of kinds have, apart from the name. */
final class Columns {

  private Columns() {}

  static Map<GroupKind, List<Column>> all() {
    Map<GroupKind, List<Column>> columns = new HashMap<>(WorkloadColumns.all());
    columns.putAll(NetworkColumns.all());
    columns.putAll(StorageColumns.all());
    columns.putAll(ClusterColumns.all());
    return columns;
  }
}
