package dev.seaworthy.simulate.kubectl;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.simulate.Cluster;
import dev.seaworthy.simulate.object.Meta;
import dev.seaworthy.simulate.server.Event;
import dev.seaworthy.simulate.store.Kinds;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** An object as {@code kubectl describe} prints it, with the events that tell of it. */
public final class Description {

  /** What it says to everybody, and what would not be said of an object of a known kind. */
  private static final List<String> BOOKKEEPING = List.of("apiVersion", "kind", "metadata");

  private static final String LAST_APPLIED = "kubectl.kubernetes.io/last-applied-configuration";

  private final Cluster cluster;
  private final Resource object;
  private final TabbedText text = new TabbedText();

  private Description(Cluster cluster, Resource object) {
    this.cluster = cluster;
    this.object = object;
  }

  public static String of(Cluster cluster, Resource object) {
    Description description = new Description(cluster, object);
    description.write();
    description.writeEvents();
    return description.text.toString();
  }

  private void write() {
    GroupKind kind = object.groupKind();
    if (kind.equals(Kinds.POD)) {
      new PodDescription(
              cluster.hasServiceAccounts()
                  ? ServiceAccountMount.in(object, cluster.view())
                  : object,
              text)
          .write();
    } else if (kind.equals(Kinds.DEPLOYMENT)) {
      new DeploymentDescription(object, cluster.view(), text).write();
    } else if (kind.equals(Kinds.REPLICA_SET)) {
      new ReplicaSetDescription(object, cluster.view(), text).write();
    } else if (kind.equals(Kinds.SERVICE)) {
      new ServiceDescription(object, cluster.view(), text).write();
    } else if (kind.equals(Kinds.SECRET) || kind.equals(Kinds.CONFIG_MAP)) {
      new DataDescription(object, text).write();
    } else {
      writeAny();
    }
  }

  private void writeAny() {
    text.field(0, "Name", object.name());
    if (!object.namespace().isEmpty()) {
      text.field(0, "Namespace", object.namespace());
    }
    text.field(0, "Labels", pairs(object.labels()));
    text.field(0, "Annotations", annotations(object));
    text.field(0, "API Version", object.gvk().apiVersion());
    text.field(0, "Kind", object.kind());
    for (Mapping.Entry entry : object.root().entries()) {
      if (!BOOKKEEPING.contains(entry.key())) {
        write(0, entry);
      }
    }
  }

  private void write(int level, Mapping.Entry entry) {
    String title = title(entry.key());
    Node value = entry.value();
    if (value.isMapping()) {
      text.line(level, title + ":");
      value.entries().forEach(inner -> write(level + 1, inner));
    } else if (value.isSequence()) {
      text.line(level, title + ":");
      value.items().forEach(item -> writeItem(level + 1, item));
    } else {
      text.field(level, title, plain(value));
    }
  }

  private void writeItem(int level, Node item) {
    if (item.isMapping()) {
      item.entries().forEach(inner -> write(level, inner));
    } else {
      text.line(level, plain(item));
    }
  }

  private static String plain(Node scalar) {
    return scalar.isString() ? scalar.text() : scalar.toJson();
  }

  /** {@code readyReplicas} as {@code Ready Replicas}; a name with dots stays as it is. */
  private static String title(String key) {
    if (!key.matches("[a-zA-Z0-9]+")) {
      return key;
    }
    String spaced = key.replaceAll("(?<=[a-z0-9])(?=[A-Z])", " ");
    return spaced.substring(0, 1).toUpperCase(Locale.ROOT) + spaced.substring(1);
  }

  static List<String> pairs(Map<String, String> labels) {
    return new TreeMap<>(labels)
        .entrySet().stream()
            .map(label -> label.getKey() + "=" + label.getValue())
            .toList();
  }

  /** An object's annotations, but for what a client writes down of the whole object. */
  static List<String> annotations(Resource object) {
    Map<String, String> shown = new TreeMap<>(object.annotations());
    shown.remove(LAST_APPLIED);
    return colons(shown);
  }

  static List<String> colons(Map<String, String> annotations) {
    return new TreeMap<>(annotations)
        .entrySet().stream().map(each -> each.getKey() + ": " + each.getValue()).toList();
  }

  /** What was told of an object again and again is one line. */
  private record Told(Event event, Instant first, int times) {

    Told again(Event later) {
      return new Told(later, first, times + 1);
    }
  }

  private void writeEvents() {
    Map<List<String>, Told> told = new LinkedHashMap<>();
    for (Event event : cluster.events()) {
      if (event.uid().equals(Meta.uid(object))) {
        told.merge(
            List.of(event.type(), event.reason(), event.message()),
            new Told(event, event.time(), 1),
            (before, now) -> before.again(now.event()));
      }
    }
    if (told.isEmpty()) {
      text.field(0, "Events", Column.NONE);
      return;
    }
    text.line(0, "Events:");
    text.line(1, "Type\tReason\tAge\tFrom\tMessage");
    text.line(1, "----\t------\t----\t----\t-------");
    for (Told each : new ArrayList<>(told.values())) {
      Event event = each.event();
      text.line(
          1,
          String.join(
              "\t",
              event.type(),
              event.reason(),
              age(each),
              EventSources.of(event),
              event.message().strip()));
    }
  }

  private String age(Told told) {
    String last = age(told.event().time());
    return told.times() == 1
        ? last
        : last + " (x" + told.times() + " over " + age(told.first()) + ")";
  }

  private String age(Instant time) {
    return Ages.of(Duration.between(time, cluster.now()));
  }
}
