package dev.seaworthy.simulate.kubectl;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.api.GroupVersionKind;
import dev.seaworthy.api.Resource;
import dev.seaworthy.api.selector.LabelSelector;
import dev.seaworthy.simulate.Cluster;
import dev.seaworthy.simulate.server.Event;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Objects in tables, as {@code kubectl get} prints them; pods as with {@code -o wide}. A column tells
 * the namespace where objects of several are listed.
 */
public final class ObjectTables {

  private static final Map<GroupKind, List<Column>> COLUMNS = Columns.all();

  private final Cluster cluster;
  private final LabelSelector selector;
  private final Optional<String> namespace;
  private final boolean showingLabels;

  /**
   * @param selector which objects are listed
   * @param namespace the one namespace that is looked into; empty for all
   * @param showingLabels whether a column tells the labels
   */
  public ObjectTables(
      Cluster cluster, LabelSelector selector, Optional<String> namespace, boolean showingLabels) {
    this.cluster = cluster;
    this.selector = selector;
    this.namespace = namespace;
    this.showingLabels = showingLabels;
  }

  /** Every object, nothing but what the kind's own table has. */
  public static ObjectTables of(Cluster cluster) {
    return new ObjectTables(cluster, LabelSelector.EVERYTHING, Optional.empty(), false);
  }

  /** The tables of {@code kinds}; of several the names tell the kind. */
  public String get(List<GroupVersionKind> kinds) {
    boolean several = kinds.size() > 1;
    String tables = kinds.stream()
        .map(kind -> get(kind, several))
        .filter(table -> !table.isEmpty())
        .collect(Collectors.joining("\n"));
    return tables.isEmpty() ? nothing() : tables;
  }

  private String nothing() {
    return "No resources found"
        + namespace.map(name -> " in " + name + " namespace.").orElse("") + "\n";
  }

  private String get(GroupVersionKind kind, boolean several) {
    if (kind.kind().equals("Event")) {
      return events();
    }
    List<Resource> objects = objects(kind.groupKind());
    if (objects.isEmpty()) {
      return "";
    }
    boolean namespaces = objects.stream().map(Resource::namespace).distinct().count() > 1;
    String prefix = several ? prefix(kind) : "";
    List<Column> columns = columns(kind, namespaces, prefix);
    List<List<String>> rows = new ArrayList<>();
    rows.add(columns.stream().map(Column::name).toList());
    Column.Sight sight = new Column.Sight(cluster.view(), cluster.now());
    for (Resource object : objects) {
      rows.add(columns.stream().map(column -> column.cell().of(object, sight)).toList());
    }
    return Table.of(rows);
  }

  private List<Resource> objects(GroupKind kind) {
    return cluster.view().list(kind).stream()
        .filter(object -> selector.matches(object.labels()))
        .filter(object -> namespace.isEmpty()
            || object.namespace().isEmpty()
            || namespace.get().equals(object.namespace()))
        .sorted(Comparator.comparing(Resource::namespace).thenComparing(Resource::name))
        .toList();
  }

  /** {@code deployment.apps/}. */
  private static String prefix(GroupVersionKind kind) {
    String group = kind.group();
    return kind.kind().toLowerCase(Locale.ROOT) + (group.isEmpty() ? "" : "." + group) + "/";
  }

  private List<Column> columns(GroupVersionKind kind, boolean namespaces, String prefix) {
    List<Column> columns = new ArrayList<>();
    if (namespaces) {
      columns.add(new Column("NAMESPACE", (object, sight) -> object.namespace()));
    }
    columns.add(new Column("NAME", (object, sight) -> prefix + object.name()));
    columns.addAll(COLUMNS.getOrDefault(kind.groupKind(), List.of(Column.AGE)));
    if (showingLabels) {
      columns.add(new Column("LABELS", (object, sight) -> labels(object.labels())));
    }
    return columns;
  }

  static String labels(Map<String, String> labels) {
    return labels.isEmpty()
        ? Column.NONE
        : new TreeMap<>(labels)
            .entrySet().stream()
                .map(label -> label.getKey() + "=" + label.getValue())
                .collect(Collectors.joining(","));
  }

  private String events() {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("LAST SEEN", "TYPE", "REASON", "OBJECT", "MESSAGE"));
    for (Event event : cluster.events()) {
      if (namespace.isEmpty() || namespace.get().equals(event.regarding().namespace())) {
        rows.add(List.of(
            Ages.of(Duration.between(event.time(), cluster.now())),
            event.type(),
            event.reason(),
            event.regarding().kind().kind().toLowerCase(Locale.ROOT) + "/"
                + event.regarding().name(),
            event.message()));
      }
    }
    return rows.size() == 1 ? "" : Table.of(rows);
  }
}
